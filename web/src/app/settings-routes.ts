import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { myEventsQuery } from '../features/audit/audit.queries.ts';
import { factorsQuery } from '../features/factors/factors.queries.ts';
import { requireUser } from './guards.ts';
import { root } from './root-route.ts';
import { pagesSearch } from './search-params.ts';

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  beforeLoad: requireUser,
  component: lazyRouteComponent(() => import('./layout/settings-layout.tsx'), 'SettingsLayout'),
});

const getParentRoute = () => settings;

const profile = createRoute({
  getParentRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../features/accounts/profile-page.tsx'), 'ProfilePage'),
});

const security = createRoute({
  getParentRoute,
  path: '/security',
  loader: ({ context }) => void context.queryClient.prefetchQuery(factorsQuery()),
  component: lazyRouteComponent(() => import('./pages/security-page.tsx'), 'SecurityPage'),
});

const activity = createRoute({
  getParentRoute,
  path: '/activity',
  validateSearch: pagesSearch,
  loader: ({ context }) => void context.queryClient.prefetchInfiniteQuery(myEventsQuery()),
  component: lazyRouteComponent(() => import('../features/audit/activity-page.tsx'), 'ActivityPage'),
});

const ownData = createRoute({
  getParentRoute,
  path: '/data',
  component: lazyRouteComponent(() => import('../features/privacy/data-page.tsx'), 'DataPage'),
});

/** The pages about one's own account, under one layout. */
export const settingsRoutes = settings.addChildren([profile, security, activity, ownData]);
