import { createRoute } from '@tanstack/react-router';
import { profileQuery } from '../features/accounts/accounts.queries.ts';
import { latestPostsQuery, postQuery, postsQuery, tagsQuery } from '../features/posts/posts.queries.ts';
import { featuredProductsQuery, productQuery, productsQuery } from '../features/products/products.queries.ts';
import { adminRoutes } from './admin-routes.ts';
import { requireUser } from './guards.ts';
import { lazyPage } from './lazy-page.ts';
import { root } from './root-route.ts';
import { myPostsSearch, pagesSearch, postsSearch, productsSearch } from './search-params.ts';
import { settingsRoutes } from './settings-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';

const getParentRoute = () => root;
const memberPages = () => import('./pages/member-pages.ts');

// Loaders only start what a page will need and never wait for it: the page shows its skeletons meanwhile,
// and hovering a link warms the cache.

const home = createRoute({
  getParentRoute,
  path: '/',
  loader: ({ context }) => {
    void context.queryClient.prefetchInfiniteQuery(latestPostsQuery());
    void context.queryClient.prefetchInfiniteQuery(featuredProductsQuery());
  },
  component: lazyPage(() => import('./pages/home-page.tsx'), 'HomePage'),
});

const posts = createRoute({
  getParentRoute,
  path: '/posts',
  validateSearch: postsSearch,
  loaderDeps: ({ search: { q, tag } }) => ({ ...(q && { q }), ...(tag && { tag }) }),
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchInfiniteQuery(postsQuery(deps));
    void context.queryClient.prefetchQuery(tagsQuery());
  },
  component: lazyPage(() => import('../features/posts/posts-page.tsx'), 'PostsPage'),
});

const post = createRoute({
  getParentRoute,
  path: '/posts/$slug',
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(postQuery(params.slug)),
  component: lazyPage(() => import('./pages/post-page.tsx'), 'PostWithCommentsPage'),
});

const author = createRoute({
  getParentRoute,
  path: '/authors/$username',
  validateSearch: pagesSearch,
  loader: ({ context, params: { username } }) => {
    void context.queryClient.prefetchQuery(profileQuery(username));
    void context.queryClient.prefetchInfiniteQuery(postsQuery({ author: username }));
  },
  component: lazyPage(() => import('./pages/author-page.tsx'), 'AuthorPage'),
});

const products = createRoute({
  getParentRoute,
  path: '/products',
  validateSearch: productsSearch,
  loaderDeps: ({ search: { q, inStock } }) => ({ q, inStock }),
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(productsQuery(deps)),
  component: lazyPage(() => import('../features/products/products-page.tsx'), 'ProductsPage'),
});

const product = createRoute({
  getParentRoute,
  path: '/products/$id',
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(productQuery(params.id)),
  component: lazyPage(() => import('../features/products/product-page.tsx'), 'ProductPage'),
});

const write = createRoute({
  getParentRoute,
  path: '/write',
  beforeLoad: requireUser,
  component: lazyPage(memberPages, 'WritePage'),
});

const myPosts = createRoute({
  getParentRoute,
  path: '/me/posts',
  validateSearch: myPostsSearch,
  beforeLoad: requireUser,
  component: lazyPage(memberPages, 'MyPostsPage'),
});

const editPost = createRoute({
  getParentRoute,
  path: '/me/posts/$id',
  beforeLoad: requireUser,
  component: lazyPage(memberPages, 'EditPage'),
});

const files = createRoute({
  getParentRoute,
  path: '/me/files',
  validateSearch: pagesSearch,
  beforeLoad: requireUser,
  component: lazyPage(memberPages, 'FilesPage'),
});

export const routeTree = root.addChildren([
  home,
  posts,
  post,
  author,
  products,
  product,
  ...signInRoutes,
  write,
  myPosts,
  editPost,
  files,
  settingsRoutes,
  ...adminRoutes,
]);
