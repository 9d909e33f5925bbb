import { type RefObject, useEffect, useRef } from 'react';

/** Moves the focus to an element when it appears in the place of what had it: the keyboard and a screen reader go on there. */
export function useArrivalFocus<Target extends HTMLElement>(): RefObject<Target | null> {
  const target = useRef<Target>(null);
  useEffect(() => target.current?.focus(), []);
  return target;
}
