import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { profileQuery } from '../features/accounts/accounts.queries.ts';
import { latestPostsQuery, postQuery, postsQuery, tagsQuery } from '../features/posts/posts.queries.ts';
import { featuredProductsQuery, productQuery, productsQuery } from '../features/products/products.queries.ts';
import { adminRoutes } from './admin-routes.ts';
import { requireUser, requireVisitor } from './guards.ts';
import { root } from './root-route.ts';
import { myPostsSearch, pagesSearch, postsSearch, productsSearch, signInSearch } from './search-params.ts';
import { settingsRoutes } from './settings-routes.ts';

const getParentRoute = () => root;

// Loaders only start what a page will need and never wait for it: the page shows its skeletons meanwhile,
// and hovering a link warms the cache.

const home = createRoute({
  getParentRoute,
  path: '/',
  loader: ({ context }) => {
    void context.queryClient.prefetchInfiniteQuery(latestPostsQuery());
    void context.queryClient.prefetchInfiniteQuery(featuredProductsQuery());
  },
  component: lazyRouteComponent(() => import('./pages/home-page.tsx'), 'HomePage'),
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
  component: lazyRouteComponent(() => import('../features/posts/posts-page.tsx'), 'PostsPage'),
});

const post = createRoute({
  getParentRoute,
  path: '/posts/$slug',
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(postQuery(params.slug)),
  component: lazyRouteComponent(() => import('./pages/post-page.tsx'), 'PostWithCommentsPage'),
});

const author = createRoute({
  getParentRoute,
  path: '/authors/$username',
  validateSearch: pagesSearch,
  loader: ({ context, params: { username } }) => {
    void context.queryClient.prefetchQuery(profileQuery(username));
    void context.queryClient.prefetchInfiniteQuery(postsQuery({ author: username }));
  },
  component: lazyRouteComponent(() => import('./pages/author-page.tsx'), 'AuthorPage'),
});

const products = createRoute({
  getParentRoute,
  path: '/products',
  validateSearch: productsSearch,
  loaderDeps: ({ search: { q, inStock } }) => ({ q, inStock }),
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(productsQuery(deps)),
  component: lazyRouteComponent(() => import('../features/products/products-page.tsx'), 'ProductsPage'),
});

const product = createRoute({
  getParentRoute,
  path: '/products/$id',
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(productQuery(params.id)),
  component: lazyRouteComponent(() => import('../features/products/product-page.tsx'), 'ProductPage'),
});

const login = createRoute({
  getParentRoute,
  path: '/login',
  validateSearch: signInSearch,
  beforeLoad: requireVisitor,
  component: lazyRouteComponent(() => import('../features/sign-in/login-page.tsx'), 'LoginPage'),
});

const register = createRoute({
  getParentRoute,
  path: '/register',
  validateSearch: signInSearch,
  beforeLoad: requireVisitor,
  component: lazyRouteComponent(() => import('../features/sign-in/register-page.tsx'), 'RegisterPage'),
});

// Where mails and other services lead, signed in or not.

const forgotPassword = createRoute({
  getParentRoute,
  path: '/forgot-password',
  component: lazyRouteComponent(
    () => import('../features/sign-in/forgot-password-page.tsx'),
    'ForgotPasswordPage',
  ),
});

const resetPassword = createRoute({
  getParentRoute,
  path: '/reset-password',
  component: lazyRouteComponent(
    () => import('../features/sign-in/reset-password-page.tsx'),
    'ResetPasswordPage',
  ),
});

const magicLink = createRoute({
  getParentRoute,
  path: '/magic-link',
  component: lazyRouteComponent(() => import('../features/sign-in/magic-link-page.tsx'), 'MagicLinkPage'),
});

const verifyEmail = createRoute({
  getParentRoute,
  path: '/verify-email',
  component: lazyRouteComponent(() => import('../features/sign-in/verify-email-page.tsx'), 'VerifyEmailPage'),
});

const confirmEmail = createRoute({
  getParentRoute,
  path: '/confirm-email',
  component: lazyRouteComponent(
    () => import('../features/sign-in/confirm-email-page.tsx'),
    'ConfirmEmailPage',
  ),
});

const keepAccount = createRoute({
  getParentRoute,
  path: '/keep-account',
  component: lazyRouteComponent(() => import('../features/sign-in/keep-account-page.tsx'), 'KeepAccountPage'),
});

const write = createRoute({
  getParentRoute,
  path: '/write',
  beforeLoad: requireUser,
  component: lazyRouteComponent(() => import('../features/posts/write-page.tsx'), 'WritePage'),
});

const myPosts = createRoute({
  getParentRoute,
  path: '/me/posts',
  validateSearch: myPostsSearch,
  beforeLoad: requireUser,
  component: lazyRouteComponent(() => import('../features/posts/my-posts-page.tsx'), 'MyPostsPage'),
});

const editPost = createRoute({
  getParentRoute,
  path: '/me/posts/$id',
  beforeLoad: requireUser,
  component: lazyRouteComponent(() => import('../features/posts/edit-page.tsx'), 'EditPage'),
});

const files = createRoute({
  getParentRoute,
  path: '/me/files',
  validateSearch: pagesSearch,
  beforeLoad: requireUser,
  component: lazyRouteComponent(() => import('../features/files/files-page.tsx'), 'FilesPage'),
});

export const routeTree = root.addChildren([
  home,
  posts,
  post,
  author,
  products,
  product,
  login,
  register,
  forgotPassword,
  resetPassword,
  magicLink,
  verifyEmail,
  confirmEmail,
  keepAccount,
  write,
  myPosts,
  editPost,
  files,
  settingsRoutes,
  ...adminRoutes,
]);
