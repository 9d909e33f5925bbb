import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/**
 * Moves the focus to the content when another page has been opened, as a browser does when it loads one:
 * the keyboard goes on from there, and a screen reader notices.
 * @param id of the element that holds the pages
 */
export function useRouteFocus(id: string): void {
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const previous = useRef<string>(undefined);
  useEffect(() => {
    if (previous.current !== undefined && previous.current !== pathname) {
      document.getElementById(id)?.focus({ preventScroll: true });
    }
    previous.current = pathname;
  }, [id, pathname]);
}
