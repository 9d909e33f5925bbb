import { expectTypeOf, test } from 'vitest';
import {
  type CommentEvent,
  createRestClient,
  isProblem,
  type Open,
  type UploadFile,
} from '../../../client/src/rest.ts';

const api = createRestClient({ url: '/api' });

test('inputs and outputs are typed', () => {
  expectTypeOf(api.posts.get).toBeCallableWith({ id: '' });
  expectTypeOf(api.posts.list).toBeCallableWith();
  expectTypeOf(api.posts.tags).toBeCallableWith({ timeoutMs: 1 });
  expectTypeOf(api.posts.get).returns.resolves.toHaveProperty('publishedAt').toEqualTypeOf<Date | null>();
  expectTypeOf(api.files.upload).parameter(0).toHaveProperty('file').toEqualTypeOf<UploadFile>();
  // @ts-expect-error: an input is closed
  void api.posts.create({ title: '', body: '', status: 'drfat' });
});

test('what a server answers is open', async () => {
  const { status } = await api.posts.get({ id: '' });
  expectTypeOf(status).toEqualTypeOf<Open<'draft' | 'published'>>();
  expectTypeOf(status === 'archived').toBeBoolean();
});

test('an unknown variant is told from the known ones', () => {
  const read = (event: CommentEvent) => {
    if (event.type === 'created') return expectTypeOf(event.comment.createdAt).toEqualTypeOf<Date>();
    if (event.type === 'deleted') return expectTypeOf(event.id).toBeString();
    if (event.type === 'reset') return undefined;
    return expectTypeOf(event.whatever).toBeUnknown();
  };
  expectTypeOf(read).toBeFunction();
});

test('the codes of an operation narrow', async () => {
  const result = await api.posts.get.safe({ id: '' });
  if (result.ok) expectTypeOf(result.output.title).toBeString();
  else if (result.error.code === 'not_found') expectTypeOf(result.error.message).toBeString();
  const thrown: unknown = null;
  if (isProblem(thrown, 'not_found', 'forbidden'))
    expectTypeOf(thrown.code).toEqualTypeOf<'not_found' | 'forbidden'>();
});

test('items of pages and streams are typed', () => {
  expectTypeOf(api.posts.list.all({})).toExtend<AsyncIterable<{ title: string }>>();
  expectTypeOf(api.comments.live({ postId: '' })).toExtend<AsyncIterable<CommentEvent>>();
});
