import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { patiently } from '../../lib/patiently.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { Header } from './header.tsx';
import { Reauthentication } from './reauthentication.tsx';
import { Unverified } from './unverified.tsx';
import { useRouteFocus } from './use-route-focus.ts';

/** Below the first window of every page, so it may come after what is read first. */
const Footer = lazy(() => patiently(() => import('./footer.tsx')));

const mainId = 'main';

/** What surrounds every page. */
export function RootLayout() {
  useRouteFocus(mainId);
  return (
    <>
      <a
        href={`#${mainId}`}
        className="sr-only z-50 rounded-lg bg-accent px-4 py-3 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <Header />
      <ConnectionBanner />
      {/* As tall as the window, so that the footer does not jump when a page's content arrives. */}
      <main id={mainId} tabIndex={-1} className="min-h-[calc(100dvh-4rem)] outline-none">
        <Outlet />
      </main>
      <Unverified />
      <Suspense>
        <Footer />
      </Suspense>
      <Reauthentication />
    </>
  );
}
