import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { usersQuery } from '../features/admin/admin.queries.ts';
import { requireAdmin } from './guards.ts';
import { root } from './root-route.ts';
import { eventsSearch, pagesSearch, usersSearch } from './search-params.ts';

const getParentRoute = () => root;

const products = createRoute({
  getParentRoute,
  path: '/admin/products',
  validateSearch: pagesSearch,
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(
    () => import('../features/products/admin-products-page.tsx'),
    'AdminProductsPage',
  ),
});

const newProduct = createRoute({
  getParentRoute,
  path: '/admin/products/new',
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import('../features/products/new-product-page.tsx'), 'NewProductPage'),
});

const editProduct = createRoute({
  getParentRoute,
  path: '/admin/products/$id',
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(
    () => import('../features/products/edit-product-page.tsx'),
    'EditProductPage',
  ),
});

const users = createRoute({
  getParentRoute,
  path: '/admin/users',
  validateSearch: usersSearch,
  beforeLoad: requireAdmin,
  loaderDeps: ({ search: { q, role, standing } }) => ({ q, role, standing }),
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(usersQuery(deps)),
  component: lazyRouteComponent(() => import('../features/admin/users-page.tsx'), 'UsersPage'),
});

const events = createRoute({
  getParentRoute,
  path: '/admin/events',
  validateSearch: eventsSearch,
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import('../features/admin/events-page.tsx'), 'EventsPage'),
});

/** The pages of administrators. */
export const adminRoutes = [products, newProduct, editProduct, users, events] as const;
