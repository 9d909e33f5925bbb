import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { RootLayout } from './layout/root-layout.tsx';

interface RouterContext {
  queryClient: QueryClient;
}

/** What every address has around it. */
export const root = createRootRouteWithContext<RouterContext>()({ component: RootLayout });
