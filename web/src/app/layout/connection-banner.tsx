import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useConnection } from '../../lib/connection.ts';
import { sessionQuery } from '../../lib/session.ts';

/** How often to look whether the server is back, in milliseconds. */
const probeEvery = 5_000;

const texts = {
  offline:
    'You are offline. What was loaded stays readable; changes can be sent when the connection is back.',
  unreachable: 'The server cannot be reached right now. This page tries again by itself.',
};

/** Says that the connection is gone, and refreshes everything once it is back. */
export function ConnectionBanner() {
  const connection = useConnection();
  const queryClient = useQueryClient();
  const wasDown = useRef(false);
  const isDown = connection !== 'online';
  useQuery({ ...sessionQuery, refetchInterval: isDown ? probeEvery : false });

  useEffect(() => {
    if (wasDown.current && !isDown) void queryClient.invalidateQueries();
    wasDown.current = isDown;
  }, [isDown, queryClient]);

  return (
    <div role="status" aria-live="polite">
      {connection !== 'online' && (
        <p className="flex items-center justify-center gap-2 bg-warning-soft px-4 py-2 text-sm text-warning">
          <CloudOff aria-hidden className="size-4 shrink-0" />
          {texts[connection]}
        </p>
      )}
    </div>
  );
}
