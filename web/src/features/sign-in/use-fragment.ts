import { useLocation } from '@tanstack/react-router';
import { useRef, useState } from 'react';

/** What the address says behind its `#`: mailed links keep their token there, where it reaches no server and no log. */
export function useFragment(): URLSearchParams {
  const [path] = useState(() => location.pathname);
  const href = useLocation({ select: (at) => (at.pathname === path ? at.href : undefined) });
  // On the way to another page, this one goes on showing what it showed.
  const latest = useRef('');
  if (href !== undefined) latest.current = href;
  const [, fragment = ''] = latest.current.split(/#(.*)/s);
  return new URLSearchParams(fragment);
}
