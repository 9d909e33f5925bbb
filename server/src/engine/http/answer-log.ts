/** Writes one line of the log for each answer; health checks only when they fail. */
import type { Logger } from 'pino';
import { isoDate } from '../encoding/iso-date.ts';
import { type Arrival, namesOf } from './arrival.ts';
import { destinationOf } from './log.ts';

export type LogAnswer = (arrival: Arrival, status: number) => void;

export function answerLog(server: Logger): LogAnswer {
  const write = byText(server) ?? byPino(server);
  return (arrival, status) => {
    if (!arrival.path.startsWith('/health/') || status >= 400) write(arrival, status);
  };
}

const levelOf = (status: number) => (status >= 500 ? 'error' : 'info');

/** In tenths of a milliseconds. */
const rounded = (ms: number): number => Math.round(ms * 10) / 10;

/**
 * These lines hold nothing that could be secret, so they are not searched for it: that would take four times as long as
 * writing them.
 */
function byPino(server: Logger): LogAnswer {
  const log = server.child({}, { redact: [] });
  return (arrival, status) => {
    const { method, path, address, age } = arrival;
    const line = { ...namesOf(arrival), method, path, status, ms: rounded(age), address };
    log[levelOf(status)](line, 'request');
  };
}

/** The same text, of which pino would write each key and each value by a call of `JSON.stringify`. */
function byText(server: Logger): LogAnswer | undefined {
  const destination = destinationOf(server);
  if (!destination) return undefined;
  const { info, error } = server.levels.values;
  return ({ id, trace, method, path, address, age }, status) => {
    const level = levelOf(status);
    if (!server.isLevelEnabled(level)) return;
    // Ids and methods are made of characters that JSON writes as they are.
    const names = trace ? `"${id}","traceId":"${trace.traceId}","spanId":"${trace.spanId}"` : `"${id}"`;
    destination.write(
      `{"level":${level === 'info' ? info : error},"time":"${isoDate(new Date())}","reqId":${names},"method":"${method}",` +
        `"path":${JSON.stringify(path)},"status":${status},"ms":${rounded(age)},"address":${JSON.stringify(address)},"msg":"request"}\n`,
    );
  };
}
