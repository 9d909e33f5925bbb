/** Where the log's lines go: the standard output, all lines of one turn of the event loop in one write. */
import { type DestinationStream, pino } from 'pino';

/**
 * A busy server answers several requests a turn, and a system call for each line would cost as much as a tenth of a call. No
 * line waits longer than the turn that wrote it, and none is lost when the process exits, even by an uncaught error; what
 * kills it from outside (`kill -9`) may take the lines of its last turn with it.
 */
export function logStream(): DestinationStream {
  const output = pino.destination({ dest: process.stdout.fd, sync: true });
  let pending = '';
  const flush = (): void => {
    const lines = pending;
    pending = '';
    if (lines !== '') output.write(lines);
  };
  process.on('exit', flush);
  return {
    write(line) {
      if (pending === '') setImmediate(flush);
      pending += line;
    },
  };
}
