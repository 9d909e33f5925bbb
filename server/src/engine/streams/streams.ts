/** The streams that a process serves: how many each caller has open, and their end when the process ends. */

/** How streams are kept. */
export interface StreamOptions {
  /** Milliseconds between signs of life; also how long a revoked session may go on receiving. */
  readonly heartbeatMs?: number;
  /** Most streams that one caller may have open at once. */
  readonly perCaller?: number;
}

/** Milliseconds between signs of life where nothing else is said: proxies cut what is silent for longer than a minute. */
export const defaultHeartbeatMs = 15_000;

/** Every open stream of a process. */
export interface Streams {
  /** Milliseconds between signs of life. */
  readonly heartbeatMs: number;
  /**
   * Takes a place among a caller's streams.
   * @param end called when the process ends; at once where it does already
   * @returns gives the place back; undefined when the caller has too many
   */
  open(caller: string, end: () => void): (() => void) | undefined;
  /** Ends every stream, so that clients connect elsewhere. */
  end(): void;
}

/** The key of a caller's places; a visitor's is the address. */
export function createStreams({
  heartbeatMs = defaultHeartbeatMs,
  perCaller = 50,
}: StreamOptions = {}): Streams {
  const places = new Map<string, number>();
  const ends = new Set<() => void>();
  let isEnding = false;
  return {
    heartbeatMs,
    open(caller, end) {
      const taken = places.get(caller) ?? 0;
      if (taken >= perCaller) return undefined;
      places.set(caller, taken + 1);
      // Two streams may have the same function: each is remembered by one of its own.
      const own = () => end();
      ends.add(own);
      if (isEnding) own();
      return () => {
        if (!ends.delete(own)) return;
        const left = (places.get(caller) ?? 1) - 1;
        if (left > 0) places.set(caller, left);
        else places.delete(caller);
      };
    },
    end() {
      isEnding = true;
      for (const end of ends) end();
    },
  };
}
