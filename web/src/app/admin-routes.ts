import { createRoute } from '@tanstack/react-router';
import { requireAdmin } from './guards.ts';
import { lazyPage } from './lazy-page.ts';
import { root } from './root-route.ts';
import { eventsSearch, pagesSearch, usersSearch } from './search-params.ts';

const pages = () => import('./pages/admin-pages.ts');
const getParentRoute = () => root;

const products = createRoute({
  getParentRoute,
  path: '/admin/products',
  validateSearch: pagesSearch,
  beforeLoad: requireAdmin,
  component: lazyPage(pages, 'AdminProductsPage'),
});

const newProduct = createRoute({
  getParentRoute,
  path: '/admin/products/new',
  beforeLoad: requireAdmin,
  component: lazyPage(pages, 'NewProductPage'),
});

const editProduct = createRoute({
  getParentRoute,
  path: '/admin/products/$id',
  beforeLoad: requireAdmin,
  component: lazyPage(pages, 'EditProductPage'),
});

const users = createRoute({
  getParentRoute,
  path: '/admin/users',
  validateSearch: usersSearch,
  beforeLoad: requireAdmin,
  component: lazyPage(pages, 'UsersPage'),
});

const events = createRoute({
  getParentRoute,
  path: '/admin/events',
  validateSearch: eventsSearch,
  beforeLoad: requireAdmin,
  component: lazyPage(pages, 'EventsPage'),
});

/** The pages of administrators. */
export const adminRoutes = [products, newProduct, editProduct, users, events] as const;
