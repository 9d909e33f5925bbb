import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { picture } from '../support/picture.ts';
import type { UserAgent } from '../support/user-agent.ts';
import { type Door, doorNames, openDoor } from './doors.ts';

/** Things of an owner that others will try to reach. */
interface Belongings {
  readonly userId: string;
  readonly draftId: string;
  readonly draftSlug: string;
  /** Under a post that became a draft again. */
  readonly commentId: string;
  readonly fileId: string;
  readonly productId: string;
}

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

async function settle(owner: UserAgent, admin: UserAgent): Promise<Belongings> {
  const me = await owner.rpc.accounts.me.query();
  const draft = await owner.rpc.posts.create.mutate({ title: 'Mine', body: 'secret' });
  const { id, version } = await owner.rpc.posts.create.mutate({ title: 'X', body: '', status: 'published' });
  const comment = await owner.rpc.comments.create.mutate({ postId: id, body: 'secret' });
  await owner.rpc.posts.update.mutate({ id, version, status: 'draft' });
  const file = await owner.rpc.files.upload.mutate({ file: await picture(), visibility: 'private' });
  const price = { amount: 1, currency: 'EUR' } as const;
  const product = await admin.rpc.products.create.mutate({ name: 'Thing', price, stock: 1 });
  return {
    userId: me.id,
    draftId: draft.id,
    draftSlug: draft.slug,
    commentId: comment.id,
    fileId: file.id,
    productId: product.id,
  };
}

/** An input for every operation, aimed at what belongs to the owner. A new operation needs a line here. */
const aimed: Readonly<Record<string, (of: Belongings) => object | Promise<object>>> = {
  'accounts.register': () => ({ username: 'x' }),
  'accounts.login': () => ({ username: 'x', password: 'x' }),
  'accounts.logout': () => ({}),
  'accounts.reauthenticate': () => ({ password: 'wrong' }),
  'accounts.sessions': () => ({}),
  'accounts.revokeSession': () => ({ id: 'x' }),
  'accounts.revokeOtherSessions': () => ({}),
  'accounts.changePassword': () => ({ password: 'short' }),
  'accounts.session': () => ({}),
  'accounts.me': () => ({}),
  'accounts.profile': ({ userId }) => ({ id: userId }),
  'accounts.update': ({ userId }) => ({ id: userId, name: 'Mallory' }),
  'accounts.sendVerification': () => ({}),
  'accounts.verifyEmail': () => ({ token: 'x' }),
  'accounts.changeEmail': () => ({ email: 'mallory@example.com' }),
  'accounts.confirmEmailChange': () => ({ token: 'x' }),
  'recovery.forgotPassword': () => ({ email: 'nobody@example.com' }),
  'recovery.resetPassword': () => ({ token: 'x', password: 'correct horse battery' }),
  'recovery.requestMagicLink': () => ({ email: 'nobody@example.com' }),
  'recovery.useMagicLink': () => ({ token: 'x' }),
  'audit.mine': () => ({}),
  'factors.status': () => ({}),
  'factors.beginTotp': () => ({}),
  'factors.confirmTotp': () => ({ code: '000000' }),
  'factors.removeTotp': () => ({}),
  'factors.renewRecoveryCodes': () => ({}),
  'tokens.create': () => ({ username: 'x', password: 'x' }),
  'tokens.refresh': () => ({ refreshToken: 'x' }),
  'tokens.revoke': () => ({ refreshToken: 'x' }),
  'admin.users': () => ({}),
  'admin.user': ({ userId }) => ({ id: userId }),
  'admin.setRole': ({ userId }) => ({ id: userId, role: 'admin' }),
  'admin.disable': ({ userId }) => ({ id: userId }),
  'admin.enable': ({ userId }) => ({ id: userId }),
  'admin.events': ({ userId }) => ({ userId }),
  'privacy.export': () => ({}),
  'privacy.requestDeletion': () => ({}),
  'privacy.cancelDeletion': () => ({ username: 'x', password: 'x' }),
  'connections.providers': () => ({}),
  'connections.begin': () => ({ provider: 'oidc' }),
  'connections.connect': () => ({ provider: 'oidc' }),
  'connections.return': () => ({ provider: 'oidc', state: 'x' }),
  'connections.finish': () => ({ ticket: 'x', code: '123456' }),
  'connections.mine': () => ({}),
  'connections.remove': () => ({ provider: 'oidc', subject: 'x' }),
  'posts.list': () => ({}),
  'posts.mine': () => ({}),
  'posts.tags': () => ({}),
  'posts.get': ({ draftId }) => ({ id: draftId }),
  'posts.bySlug': ({ draftSlug }) => ({ slug: draftSlug }),
  'posts.create': () => ({ title: 'x', body: '' }),
  'posts.update': ({ draftId }) => ({ id: draftId, title: 'Mallory', version: 1 }),
  'posts.delete': ({ draftId }) => ({ id: draftId }),
  'comments.list': ({ draftId }) => ({ postId: draftId }),
  'comments.live': ({ draftId }) => ({ postId: draftId }),
  'comments.get': ({ commentId }) => ({ id: commentId }),
  'comments.create': ({ draftId }) => ({ postId: draftId, body: 'x' }),
  'comments.delete': ({ commentId }) => ({ id: commentId }),
  'products.list': () => ({}),
  'products.get': ({ productId }) => ({ id: productId }),
  'products.create': () => ({ name: 'x', price: { amount: 1, currency: 'EUR' }, stock: 1 }),
  'products.update': ({ productId }) => ({ id: productId, stock: 9, version: 1 }),
  'products.delete': ({ productId }) => ({ id: productId }),
  'files.upload': async () => ({ file: await picture() }),
  'files.mine': () => ({}),
  'files.get': ({ fileId }) => ({ id: fileId }),
  'files.content': ({ fileId }) => ({ id: fileId }),
  'files.thumbnail': ({ fileId }) => ({ id: fileId }),
  'files.delete': ({ fileId }) => ({ id: fileId }),
};

/** Operations after which the caller is nobody. */
const signsOut = new Set(['accounts.logout', 'privacy.requestDeletion']);

/** Operations that reach one object of the owner's which nobody else may see or change. */
const ownersAlone = new Set([
  'comments.list',
  'comments.live',
  'comments.get',
  'comments.create',
  'comments.delete',
  'accounts.update',
  'posts.get',
  'posts.bySlug',
  'posts.update',
  'posts.delete',
  'files.get',
  'files.content',
  'files.thumbnail',
  'files.delete',
]);

test('every operation is in the matrix', () => {
  expect(Object.keys(aimed).toSorted()).toEqual(app.app.operations.map(({ id }) => id).toSorted());
});

describe.each(doorNames)('who may do what, through %s', (doorName) => {
  let door: Door;
  let owner: UserAgent;
  let other: UserAgent;
  let admin: UserAgent;
  let belongings: Belongings;
  beforeAll(async () => {
    door = openDoor(doorName, app);
    [owner, other, admin] = await Promise.all([app.user(), app.user(), app.admin()]);
    belongings = await settle(owner, admin);
  });

  const attempt = async (agent: UserAgent, id: string) => door.call(agent, id, await aimed[id]?.(belongings));

  test('nobody gets 401 wherever a user is needed', async () => {
    for (const { id, access } of app.app.operations) {
      const outcome = await attempt(app.visitor(), id);
      const status = outcome.ok ? 0 : outcome.status;
      const code = outcome.ok ? '' : outcome.code;
      if (access.role !== 'anyone')
        expect({ id, status, code }).toEqual({ id, status: 401, code: 'unauthenticated' });
      else expect({ id, code }).not.toEqual({ id, code: 'unauthenticated' });
    }
  });

  test('a user gets 403 wherever an administrator is needed, and nowhere else', async () => {
    const user = await app.user();
    for (const { id, access } of app.app.operations.filter(({ id }) => !signsOut.has(id))) {
      const outcome = await attempt(user, id);
      const forbidden = !outcome.ok && outcome.status === 403;
      expect({ id, forbidden }).toEqual({ id, forbidden: access.role === 'admin' });
    }
  });

  test('another user’s object is not found, by every operation that reaches it', async () => {
    for (const id of ownersAlone) {
      for (const stranger of [other, app.visitor()]) {
        const outcome = await attempt(stranger, id);
        const status = outcome.ok ? 0 : outcome.status;
        expect({ id, hidden: status === 404 || status === 401 }).toEqual({ id, hidden: true });
      }
      expect(await attempt(other, id)).toMatchObject({ status: 404, code: 'not_found' });
    }
  });

  test('the owner’s things stand after all of it', async () => {
    expect(await owner.rpc.posts.get.query({ id: belongings.draftId })).toMatchObject({
      title: 'Mine',
      version: 1,
    });
    expect(await owner.rpc.accounts.me.query()).toMatchObject({ version: 1 });
    expect(await owner.rpc.files.get.query({ id: belongings.fileId })).toMatchObject({
      visibility: 'private',
    });
    expect(await owner.rpc.products.get.query({ id: belongings.productId })).toMatchObject({
      version: 1,
      stock: 1,
    });
  });
});
