/** The server's log: nothing secret in it. */
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { isoDate } from '../encoding/iso-date.ts';
import { logStream } from './log-stream.ts';

/** Names under which secrets travel: never written, wherever they stand. */
const secretNames = ['password', 'token', 'secret', 'cookie', 'authorization', 'set-cookie'];

/** @param level a pino level, @param format `pretty` for people, `json` for machines */
export function createLog(level: string, format: 'json' | 'pretty'): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: () => `,"time":"${isoDate(new Date())}"`,
    redact: { paths: secretNames.flatMap((name) => [`["${name}"]`, `*["${name}"]`]), censor: '…' },
  };
  if (format === 'json') {
    const destination = logStream();
    const log = pino(options, destination);
    destinations.set(log, destination);
    return log;
  }
  const pretty = { translateTime: 'SYS:HH:MM:ss', ignore: 'reqId' };
  return pino({ ...options, transport: { target: 'pino-pretty', options: pretty } });
}

const destinations = new WeakMap<Logger, DestinationStream>();

/** Where a log's lines go, one JSON text each, when {@link createLog} made it for machines. */
export function destinationOf(log: Logger): DestinationStream | undefined {
  return destinations.get(log);
}
