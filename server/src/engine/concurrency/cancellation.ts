/** The end of something that nobody waits for any more, told as cheaply as most calls need it: not at all. */

type Listener = () => void;

/**
 * What an `AbortController` is, without the cost of event targets: a signal is made when somebody asks for one, and our own
 * code listens without it.
 */
export class Cancellation {
  #controller: AbortController | undefined;
  #listener: Listener | undefined;
  /** Hardly ever any. */
  #others: Set<Listener> | undefined;
  #aborted = false;
  #reason: unknown;

  get aborted(): boolean {
    return this.#aborted;
  }

  /** What {@link abort} was given. */
  get reason(): unknown {
    return this.#reason;
  }

  /** For everything that knows no other form; the same one each time. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController();
      if (this.#aborted) this.#controller.abort(this.#reason);
    }
    return this.#controller.signal;
  }

  /** Tells everybody, once; a second call changes nothing. */
  abort(reason?: unknown): void {
    if (this.#aborted) return;
    this.#aborted = true;
    this.#reason = reason;
    this.#controller?.abort(reason);
    this.#listener?.();
    for (const listener of this.#others ?? []) listener();
    this.#listener = undefined;
    this.#others = undefined;
  }

  /** Calls the listener when it is aborted; at once when it is already. */
  listen(listener: Listener): void {
    if (this.#aborted) listener();
    else if (this.#listener === undefined) this.#listener = listener;
    else {
      this.#others ??= new Set();
      this.#others.add(listener);
    }
  }

  /** Takes a listener back. */
  unlisten(listener: Listener): void {
    if (this.#listener === listener) this.#listener = undefined;
    else this.#others?.delete(listener);
  }
}
