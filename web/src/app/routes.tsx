import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute } from '@tanstack/react-router';
import { RootLayout } from './layout/root-layout.tsx';
import { HomePage } from './pages/home-page.tsx';

interface RouterContext {
  queryClient: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({ component: RootLayout });

const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage });
const posts = createRoute({ getParentRoute: () => root, path: '/posts', component: HomePage });

export const routeTree = root.addChildren([home, posts]);
