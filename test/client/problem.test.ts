import { TRPCClientError } from '@trpc/client';
import { expect, it } from 'vitest';
import { isProblem, problemOf } from '../../client/src/problem.ts';
import { ApiError } from '../../client/src/rest.ts';

const problem = {
  type: '/api/docs/errors#not_found',
  title: 'There is nothing here',
  status: 404,
  detail: 'No post has this id',
  instance: '/rpc/posts.get',
  code: 'not_found',
  requestId: '1',
};

const answered = TRPCClientError.from({
  error: {
    message: 'No post has this id',
    code: -32004,
    data: { code: 'NOT_FOUND', httpStatus: 404, problem },
  },
});

it('an answer of the server is a problem of its code', () => {
  expect(problemOf(answered)).toEqual(problem);
  expect(isProblem(answered)).toBe(true);
  expect(isProblem(answered, 'not_found')).toBe(true);
  expect(isProblem(answered, 'forbidden', 'not_found')).toBe(true);
});

it('an error of the REST client is one, too', () => {
  const error = new ApiError({ ...problem, instance: '/api/posts/1' });
  expect(problemOf(error)?.instance).toBe('/api/posts/1');
  expect(isProblem(error, 'not_found')).toBe(true);
});

it('another code is another problem', () => {
  expect(isProblem(answered, 'version_conflict')).toBe(false);
});

it.each([
  ['a broken connection', TRPCClientError.from(new TypeError('fetch failed'))],
  ['an error of a program', new Error('not_found')],
  ['nothing', undefined],
  ['text', 'not_found'],
])('%s is no problem', (_name, error) => {
  expect(isProblem(error)).toBe(false);
  expect(problemOf(error)).toBeNull();
});
