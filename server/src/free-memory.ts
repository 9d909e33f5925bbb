/** Gives the memory back that only the start needed: the garbage of loading modules is larger than what the server keeps. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Collects all garbage and returns its pages to the system, which V8 by itself does after minutes of use, if at all. It stops
 * everything for about a tenth of a second, so it is for the moment before anybody is served.
 * @see https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
export function freeMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect: NodeJS.GCFunction = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
