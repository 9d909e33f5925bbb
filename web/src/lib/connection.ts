import { useSyncExternalStore } from 'react';
import { isTemporary } from './problems.ts';
import { queryClient } from './query-client.ts';

export type Connection = 'online' | 'offline' | 'unreachable';

const listeners = new Set<() => void>();
let serverAnswers = true;

queryClient.getQueryCache().subscribe(({ type, query }) => {
  if (type !== 'updated' || query.state.fetchStatus !== 'idle') return;
  noteAnswer(query.state.status === 'success' || !isTemporary(query.state.error));
});

queryClient.getMutationCache().subscribe(({ type, mutation }) => {
  if (type !== 'updated' || mutation.state.status === 'pending') return;
  noteAnswer(mutation.state.status === 'success' || !isTemporary(mutation.state.error));
});

addEventListener('online', notify);
addEventListener('offline', notify);

/** Whether the server can be reached, as far as the last call and the browser tell. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, readConnection);
}

function readConnection(): Connection {
  if (!navigator.onLine) return 'offline';
  return serverAnswers ? 'online' : 'unreachable';
}

function noteAnswer(answered: boolean): void {
  if (answered === serverAnswers) return;
  serverAnswers = answered;
  notify();
}

function notify(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
