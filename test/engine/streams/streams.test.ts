import { expect, it } from 'vitest';
import { createStreams } from '../../../server/src/engine/streams/streams.ts';

const nothing = () => {};

it('a caller has so many places; one given back is free again, whatever others hold', () => {
  const streams = createStreams({ perCaller: 2 });
  const first = streams.open('ada', nothing);
  expect(streams.open('ada', nothing)).toBeDefined();
  expect(streams.open('ada', nothing)).toBeUndefined();
  expect(streams.open('grace', nothing)).toBeDefined();
  first?.();
  first?.();
  expect(streams.open('ada', nothing)).toBeDefined();
  expect(streams.open('ada', nothing)).toBeUndefined();
});

it('the end reaches every open stream, those that open later, and none that has closed', () => {
  const ended: string[] = [];
  const streams = createStreams();
  streams.open('ada', () => ended.push('open'));
  streams.open('ada', () => ended.push('closed'))?.();
  streams.end();
  streams.open('grace', () => ended.push('late'));
  expect(ended).toEqual(['open', 'late']);
});
