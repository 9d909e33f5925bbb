import { expect, test, vi } from 'vitest';
import { Cancellation } from '../../../server/src/engine/concurrency/cancellation.ts';

test('listeners and the signal hear of it once, with the reason', () => {
  const cancellation = new Cancellation();
  const listener = vi.fn();
  cancellation.listen(listener);
  const { signal } = cancellation;
  cancellation.abort('late');
  cancellation.abort('again');
  expect(listener).toHaveBeenCalledOnce();
  expect({ aborted: signal.aborted, reason: signal.reason }).toEqual({ aborted: true, reason: 'late' });
  expect(cancellation).toMatchObject({ aborted: true, reason: 'late' });
});

test('who asks afterwards hears of it at once', () => {
  const cancellation = new Cancellation();
  cancellation.abort('late');
  const listener = vi.fn();
  cancellation.listen(listener);
  expect(listener).toHaveBeenCalledOnce();
  expect(cancellation.signal.reason).toBe('late');
});

test('a listener that is taken back hears nothing', () => {
  const cancellation = new Cancellation();
  const listener = vi.fn();
  cancellation.listen(listener);
  cancellation.unlisten(listener);
  cancellation.abort();
  expect(listener).not.toHaveBeenCalled();
});
