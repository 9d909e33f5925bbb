import { type RefObject, useEffect, useRef, useState } from 'react';
import { forgetDraft, keepDraft, readDraft } from '../../lib/drafts.ts';

/** How long typing must rest before it is kept, in milliseconds. */
const restBeforeKeeping = 400;

interface Waiting {
  readonly timer: number;
  readonly write: () => void;
}

interface KeptDraft<Values> {
  /** What an earlier visit left behind. */
  readonly restored: { readonly values: Values; readonly savedAt: Date } | undefined;
  /** Keep these values soon. */
  keep(values: Values): void;
  /** Drop what is kept: it was sent, or is not wanted. */
  forget(): void;
}

/**
 * Keeps what is being typed in this browser, so that a reload, a crash or an ended session loses nothing.
 * @param key what the draft belongs to; without one nothing is kept
 */
export function useDraft<Values>(key: string | undefined): KeptDraft<Values> {
  const [restored, setRestored] = useState(() => (key ? readDraft<Values>(key) : undefined));
  const waiting = useRef<Waiting>(undefined);

  useEffect(() => {
    const writeNow = () => flush(waiting);
    addEventListener('pagehide', writeNow);
    return () => {
      removeEventListener('pagehide', writeNow);
      writeNow();
    };
  }, []);

  return {
    restored,
    keep(values) {
      if (!key) return;
      clearTimeout(waiting.current?.timer);
      const write = () => keepDraft(key, values);
      waiting.current = { timer: window.setTimeout(() => flush(waiting), restBeforeKeeping), write };
    },
    forget() {
      clearTimeout(waiting.current?.timer);
      waiting.current = undefined;
      if (key) forgetDraft(key);
      setRestored(undefined);
    },
  };
}

function flush(waiting: RefObject<Waiting | undefined>): void {
  if (!waiting.current) return;
  clearTimeout(waiting.current.timer);
  waiting.current.write();
  waiting.current = undefined;
}
