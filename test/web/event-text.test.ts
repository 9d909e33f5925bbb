import { expect, test } from 'vitest';
import { auditEvents } from '../../shared/src/audit.ts';
import { eventChoices, eventText, isEventName } from '../../web/src/lib/event-text.ts';

test('every event of the log is said in words, each in its own', () => {
  expect(eventChoices.map(([event]) => event).toSorted()).toEqual([...auditEvents].toSorted());
  const words = auditEvents.map((event) => eventText({ event, details: {} }));
  expect(new Set(words).size).toBe(auditEvents.length);
  for (const text of words) expect(text).toMatch(/^[A-Z][^_]+$/);
});

test.each([
  ['signed_in', { by: 'magic_link' }, 'Signed in by a mailed link'],
  ['signed_in', { by: 'github' }, 'Signed in with GitHub'],
  ['connection_added', { provider: 'google' }, 'Service connected: Google'],
  ['role_changed', { role: 'admin' }, 'Role changed: now administrator'],
  ['signed_in', { by: 'a way of a newer server' }, 'Signed in'],
] as const)('%s with %o', (event, details, words) => {
  expect(eventText({ event, details })).toBe(words);
});

test('a word of an address that is no event is none', () => {
  expect(isEventName('signed_in')).toBe(true);
  expect(isEventName('toString')).toBe(false);
  expect(isEventName(undefined)).toBe(false);
});
