/** The server's log: one line a request, nothing secret in it. */
import { type Logger, type LoggerOptions, pino } from 'pino';
import { isoDate } from '../encoding/iso-date.ts';
import { type Arrival, namesOf } from './arrival.ts';
import { logStream } from './log-stream.ts';
import { pathOf } from './problem-reply.ts';

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
  if (format === 'json') return pino(options, logStream());
  const pretty = { translateTime: 'SYS:HH:MM:ss', ignore: 'reqId' };
  return pino({ ...options, transport: { target: 'pino-pretty', options: pretty } });
}

/** Writes one line for each answer; health checks only when they fail. */
export type LogAnswer = (arrival: Arrival, status: number) => void;

/**
 * These lines hold nothing that could be secret, so they are not searched for it: that would take four times as long as
 * writing them.
 */
export function answerLog(server: Logger): LogAnswer {
  const log = server.child({}, { redact: [] });
  return (arrival, status) => {
    const path = pathOf(arrival.url);
    if (path.startsWith('/health/') && status < 400) return;
    const { method, address, age } = arrival;
    const line = { ...namesOf(arrival), method, path, status, ms: Math.round(age * 10) / 10, address };
    log[status >= 500 ? 'error' : 'info'](line, 'request');
  };
}
