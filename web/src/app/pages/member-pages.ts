// What members write and keep comes at once: fewer parts to name in what every visitor loads, and no wait between the pages.
export { FilesPage } from '../../features/files/files-page.tsx';
export { EditPage } from '../../features/posts/edit-page.tsx';
export { MyPostsPage } from '../../features/posts/my-posts-page.tsx';
export { WritePage } from '../../features/posts/write-page.tsx';
