// What administrators see comes at once: fewer parts to name in what every visitor loads, and no wait between the pages.
export { EventsPage } from '../../features/admin/events-page.tsx';
export { UsersPage } from '../../features/admin/users-page.tsx';
export { AdminProductsPage } from '../../features/products/admin-products-page.tsx';
export { EditProductPage } from '../../features/products/edit-product-page.tsx';
export { NewProductPage } from '../../features/products/new-product-page.tsx';
