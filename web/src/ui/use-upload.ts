import { useEffect, useRef, useState } from 'react';
import { errorText } from '../lib/error-text.ts';
import type { UploadOptions } from '../lib/upload.ts';
import { keepFocus } from './keep-focus.ts';

/** Where an upload stands. */
export type UploadState =
  | { readonly step: 'idle' }
  | { readonly step: 'sending'; readonly file: File; readonly share: number }
  | { readonly step: 'failed'; readonly file: File; readonly message: string };

interface Upload {
  readonly state: UploadState;
  start(file: File, alt?: string): void;
  /** Stops what is being sent, or puts a failed file away. */
  cancel(): void;
  retry(): void;
}

/**
 * Runs one upload at a time, with its progress; what fails can be tried again.
 * @param send stores the file
 * @param onDone takes what the server made of it
 */
export function useUpload<Stored>(
  send: (file: File, options: UploadOptions) => Promise<Stored>,
  onDone: (stored: Stored) => void,
): Upload {
  const [state, setState] = useState<UploadState>({ step: 'idle' });
  const running = useRef<AbortController>(undefined);
  const lastAlt = useRef('');
  useEffect(() => () => running.current?.abort(), []);

  const start = async (file: File, alt = '') => {
    const controller = new AbortController();
    running.current?.abort();
    running.current = controller;
    lastAlt.current = alt;
    const onProgress = (share: number) => {
      if (!controller.signal.aborted) setState({ step: 'sending', file, share });
    };
    onProgress(0);
    try {
      const stored = await send(file, { alt, onProgress, signal: controller.signal });
      if (controller.signal.aborted) return;
      setState({ step: 'idle' });
      onDone(stored);
    } catch (error) {
      if (!controller.signal.aborted) setState({ step: 'failed', file, message: errorText(error) });
    }
  };

  return {
    state,
    start: (file, alt) => void start(file, alt),
    cancel() {
      running.current?.abort();
      setState({ step: 'idle' });
      keepFocus();
    },
    retry() {
      if (state.step === 'failed') void start(state.file, lastAlt.current);
    },
  };
}
