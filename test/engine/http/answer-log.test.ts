import { expect, test } from 'vitest';
import { answerLog } from '../../../server/src/engine/http/answer-log.ts';
import type { Arrival } from '../../../server/src/engine/http/arrival.ts';
import { createLog, destinationOf } from '../../../server/src/engine/http/log.ts';

/** A log for machines, whose lines come here. */
function openLog(level = 'info') {
  const log = createLog(level, 'json');
  const lines: string[] = [];
  const destination = destinationOf(log);
  if (!destination) throw new Error('A log for machines has a destination');
  destination.write = (line) => void lines.push(line);
  return { log, lines };
}

const arrival = (path: string, trace?: object) =>
  ({ id: 'a-request.1', method: 'GET', path, address: '::1', age: 1.26, trace }) as unknown as Arrival;

const withoutTime = (line: string | undefined) => line?.replace(/"time":"[^"]*"/, '"time":""');

test.each([
  ['an ordinary answer', arrival('/api/posts'), 200],
  ['a broken one', arrival('/api/posts'), 500],
  ['a path that JSON escapes', arrival('/a"b\\c\u00ff'), 404],
  ['one within a trace', arrival('/', { traceId: '4bf9', spanId: '00f0' }), 204],
])('the line of %s is the one that pino writes', (_name, answered, status) => {
  const { log, lines } = openLog();
  answerLog(log)(answered, status);
  // A child's destination is not known, so pino itself writes its lines.
  answerLog(log.child({}))(answered, status);
  expect(lines).toHaveLength(2);
  expect(withoutTime(lines[0])).toBe(withoutTime(lines[1]));
  expect(JSON.parse(lines[0] ?? '').time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test('what is below the level is not written, and health checks only when they fail', () => {
  const { log, lines } = openLog('error');
  const write = answerLog(log);
  write(arrival('/api/posts'), 200);
  write(arrival('/health/ready'), 200);
  expect(lines).toEqual([]);
  write(arrival('/health/ready'), 503);
  expect(lines).toHaveLength(1);
});
