import type { MutationCacheNotifyEvent, QueryCacheNotifyEvent } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { isTemporary } from './problems.ts';
import { queryClient } from './query-client.ts';

export type Connection = 'online' | 'offline' | 'unreachable';

const listeners = new Set<() => void>();
let serverAnswers = true;

queryClient.getQueryCache().subscribe(note);
queryClient.getMutationCache().subscribe(note);
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

/** Only an answer or its failure tells something: not a call that was given up, nor what the site itself puts in the cache. */
function note(event: QueryCacheNotifyEvent | MutationCacheNotifyEvent): void {
  if (event.type !== 'updated') return;
  const { action } = event;
  if (action.type === 'error') noteAnswer(!isTemporary(action.error));
  if (action.type === 'success' && !('manual' in action && action.manual)) noteAnswer(true);
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
