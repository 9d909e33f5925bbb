import { lazyRouteComponent } from '@tanstack/react-router';
import { patiently } from '../lib/patiently.ts';

/**
 * A page that is loaded when it is first wanted. Where that fails the router loads the site anew, which is right after a
 * deployment, and needs the server: until it answers, the site stays as it is.
 */
export const lazyPage: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(
    () =>
      load().catch(async (error: unknown) => {
        await patiently(() => fetch('/'));
        throw error;
      }),
    name,
  );
