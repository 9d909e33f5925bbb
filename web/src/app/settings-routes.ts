import { createRoute } from '@tanstack/react-router';
import { myEventsQuery } from '../features/audit/audit.queries.ts';
import { myConnectionsQuery } from '../features/connections/connections.queries.ts';
import { factorsQuery } from '../features/factors/factors.queries.ts';
import { providersQuery } from '../lib/providers.ts';
import { requireUser } from './guards.ts';
import { lazyPage } from './lazy-page.ts';
import { root } from './root-route.ts';
import { pagesSearch } from './search-params.ts';

const pages = () => import('./pages/settings-pages.ts');

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  beforeLoad: requireUser,
  component: lazyPage(pages, 'SettingsLayout'),
});

const getParentRoute = () => settings;

const profile = createRoute({
  getParentRoute,
  path: '/',
  component: lazyPage(pages, 'ProfilePage'),
});

const security = createRoute({
  getParentRoute,
  path: '/security',
  loader: ({ context }) => void context.queryClient.prefetchQuery(factorsQuery()),
  component: lazyPage(pages, 'SecurityPage'),
});

const connections = createRoute({
  getParentRoute,
  path: '/connections',
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(providersQuery());
    void context.queryClient.prefetchQuery(myConnectionsQuery());
  },
  component: lazyPage(pages, 'ConnectionsPage'),
});

const activity = createRoute({
  getParentRoute,
  path: '/activity',
  validateSearch: pagesSearch,
  loader: ({ context }) => void context.queryClient.prefetchInfiniteQuery(myEventsQuery()),
  component: lazyPage(pages, 'ActivityPage'),
});

const ownData = createRoute({
  getParentRoute,
  path: '/data',
  component: lazyPage(pages, 'DataPage'),
});

/** The pages about one's own account, under one layout. */
export const settingsRoutes = settings.addChildren([profile, security, connections, activity, ownData]);
