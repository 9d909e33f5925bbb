import { useRef } from 'react';
import { isTemporary } from '../../lib/problems.ts';

/** The keys under which a form sends its values. */
interface AttemptKey<Values> {
  /** The same key for the same values while nobody knows whether they arrived: the server counts them once. */
  keyFor(values: Values): string;
  /** Takes note of how an attempt ended: with an answer, or an error that may be none. */
  settle(error?: unknown): void;
}

export function useAttemptKey<Values>(): AttemptKey<Values> {
  const unanswered = useRef<{ readonly sent: string; readonly key: string }>(undefined);
  return {
    keyFor(values) {
      const sent = JSON.stringify(values);
      if (unanswered.current?.sent !== sent) unanswered.current = { sent, key: newKey() };
      return unanswered.current.key;
    },
    settle(error) {
      if (!error || !isTemporary(error)) unanswered.current = undefined;
    },
  };
}

function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}
