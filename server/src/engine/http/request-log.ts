/** The log of one request: every line carries its names. */
import type { BaseLogger, Logger } from 'pino';

type Levels = Pick<BaseLogger, 'debug' | 'info' | 'warn' | 'error'>;

/** Makes its logger when there is something to say: most requests have nothing, and a logger costs as much as a line. */
export class RequestLog implements Levels {
  readonly #make: () => Logger;
  #made: Logger | undefined;

  constructor(make: () => Logger) {
    this.#make = make;
  }

  /** The logger itself. */
  get logger(): Logger {
    this.#made ??= this.#make();
    return this.#made;
  }

  get debug(): Levels['debug'] {
    return this.logger.debug.bind(this.logger);
  }

  get info(): Levels['info'] {
    return this.logger.info.bind(this.logger);
  }

  get warn(): Levels['warn'] {
    return this.logger.warn.bind(this.logger);
  }

  get error(): Levels['error'] {
    return this.logger.error.bind(this.logger);
  }
}
