/** Who may do what: for every operation an input aimed at what belongs to an owner, and what each caller is answered. */
import { password } from '../support/app.ts';
import { picture } from '../support/picture.ts';
import type { Belongings, CallerName } from './access-callers.ts';

/** What a visitor, the owner, another user, an administrator, and the owner's token for reading posts are answered. */
type Statuses = readonly [visitor: number, owner: number, other: number, admin: number, limited: number];

type Row = readonly [...Statuses, input?: (of: Belongings) => object | Promise<object>];

/** Stands for every status of success: which one it is, the description says, and other tests hold. */
export const done = 200;

const column = { visitor: 0, owner: 1, other: 2, admin: 3, limited: 4 } as const;

/** What a caller is answered; whose account is shut is a visitor, and a token that is over or forged is refused everywhere. */
export function expectedStatus(row: Row, caller: CallerName): number {
  if (caller === 'expired' || caller === 'forged') return 401;
  return row[column[caller === 'disabled' ? 'visitor' : caller]];
}

/** By operation, in the order in which a caller tries them: what takes something away comes last. */
export const table: Readonly<Record<string, Row>> = {
  'posts.list': [200, 200, 200, 200, 200],
  'posts.mine': [401, 200, 200, 200, 200],
  'posts.tags': [200, 200, 200, 200, 200],
  'posts.get': [404, 200, 404, 200, 200, ({ draftId }) => ({ id: draftId })],
  'posts.bySlug': [404, 200, 404, 200, 200, ({ draftSlug }) => ({ slug: draftSlug })],
  'comments.list': [404, 404, 404, 404, 404, ({ draftId }) => ({ postId: draftId })],
  'comments.live': [404, 404, 404, 404, 404, ({ draftId }) => ({ postId: draftId })],
  'comments.get': [404, 404, 404, 404, 404, ({ commentId }) => ({ id: commentId })],
  'products.list': [200, 200, 200, 200, 200],
  'products.get': [200, 200, 200, 200, 200, ({ productId }) => ({ id: productId })],
  'files.mine': [401, 200, 200, 200, 403],
  'files.get': [404, 200, 404, 200, 404, ({ fileId }) => ({ id: fileId })],
  'files.content': [404, 200, 404, 200, 404, ({ fileId }) => ({ id: fileId })],
  'files.thumbnail': [404, 200, 404, 200, 404, ({ fileId }) => ({ id: fileId })],
  'accounts.session': [200, 200, 200, 200, 200],
  'accounts.me': [401, 200, 200, 200, 403],
  'accounts.profile': [200, 200, 200, 200, 200, ({ userId }) => ({ id: userId })],
  'accounts.sessions': [401, 200, 200, 200, 403],
  'factors.status': [401, 200, 200, 200, 403],
  'audit.mine': [401, 200, 200, 200, 403],
  'admin.users': [401, 403, 403, 200, 403],
  'admin.user': [401, 403, 403, 200, 403, ({ userId }) => ({ id: userId })],
  'admin.events': [401, 403, 403, 200, 403, ({ userId }) => ({ userId })],
  'privacy.export': [401, 200, 200, 200, 403],
  'posts.create': [401, 200, 200, 200, 403, () => ({ title: 'x', body: '' })],
  'posts.update': [401, 200, 404, 200, 403, ({ draftId }) => ({ id: draftId, title: 'Mallory', version: 1 })],
  'comments.create': [401, 404, 404, 404, 403, ({ draftId }) => ({ postId: draftId, body: 'x' })],
  'products.create': [
    401,
    403,
    403,
    200,
    403,
    () => ({ name: 'x', price: { amount: 1, currency: 'EUR' }, stock: 1 }),
  ],
  'products.update': [401, 403, 403, 200, 403, ({ productId }) => ({ id: productId, stock: 9, version: 1 })],
  'files.upload': [401, 200, 200, 200, 403, async () => ({ file: await picture() })],
  'accounts.update': [401, 200, 404, 200, 403, ({ userId }) => ({ id: userId, name: 'Mallory' })],
  'accounts.reauthenticate': [401, 200, 200, 200, 403, () => ({ password })],
  'accounts.changePassword': [401, 200, 200, 200, 403, () => ({ password })],
  'accounts.sendVerification': [401, 200, 200, 200, 403],
  'accounts.changeEmail': [401, 200, 200, 200, 403, () => ({ email: 'mallory@example.com' })],
  'factors.beginTotp': [401, 200, 200, 200, 403],
  'factors.confirmTotp': [401, 401, 401, 401, 403, () => ({ code: '000000' })],
  'factors.removeTotp': [401, 404, 404, 404, 403],
  'factors.renewRecoveryCodes': [401, 404, 404, 404, 403],
  'connections.providers': [200, 200, 200, 200, 200],
  'connections.begin': [404, 404, 404, 404, 404, () => ({ provider: 'oidc' })],
  'connections.connect': [401, 404, 404, 404, 403, () => ({ provider: 'oidc' })],
  'connections.return': [404, 404, 404, 404, 404, () => ({ provider: 'oidc', state: 'x' })],
  'connections.finish': [400, 400, 400, 400, 400, () => ({ ticket: 'x', code: '123456' })],
  'connections.mine': [401, 200, 200, 200, 403],
  'connections.remove': [401, 404, 404, 404, 403, () => ({ provider: 'oidc', subject: 'x' })],
  'accounts.register': [422, 422, 422, 422, 422, () => ({ username: 'x' })],
  'accounts.login': [401, 401, 401, 401, 401, () => ({ username: 'x', password: 'x' })],
  'accounts.verifyEmail': [400, 400, 400, 400, 400, () => ({ token: 'x' })],
  'accounts.confirmEmailChange': [400, 400, 400, 400, 400, () => ({ token: 'x' })],
  'recovery.forgotPassword': [200, 200, 200, 200, 200, ({ userId }) => ({ email: `${userId}@example.com` })],
  'recovery.resetPassword': [400, 400, 400, 400, 400, () => ({ token: 'x', password })],
  'recovery.requestMagicLink': [
    200,
    200,
    200,
    200,
    200,
    ({ userId }) => ({ email: `${userId}@example.com` }),
  ],
  'recovery.useMagicLink': [400, 400, 400, 400, 400, () => ({ token: 'x' })],
  'tokens.create': [401, 401, 401, 401, 401, () => ({ username: 'x', password: 'x' })],
  'tokens.refresh': [401, 401, 401, 401, 401, () => ({ refreshToken: 'x' })],
  'tokens.revoke': [200, 200, 200, 200, 200, () => ({ refreshToken: 'x' })],
  'privacy.cancelDeletion': [401, 401, 401, 401, 401, () => ({ username: 'x', password: 'x' })],
  'admin.setRole': [401, 403, 403, 200, 403, ({ userId }) => ({ id: userId, role: 'admin' })],
  'admin.disable': [401, 403, 403, 200, 403, ({ userId }) => ({ id: userId })],
  'admin.enable': [401, 403, 403, 200, 403, ({ userId }) => ({ id: userId })],
  'comments.delete': [401, 200, 404, 200, 403, ({ commentId }) => ({ id: commentId })],
  'posts.delete': [401, 200, 404, 200, 403, ({ draftId }) => ({ id: draftId })],
  'products.delete': [401, 403, 403, 200, 403, ({ productId }) => ({ id: productId })],
  'files.delete': [401, 200, 404, 200, 403, ({ fileId }) => ({ id: fileId })],
  'accounts.revokeSession': [401, 404, 404, 404, 403, () => ({ id: 'x' })],
  'accounts.revokeOtherSessions': [401, 200, 200, 200, 403],
  'privacy.requestDeletion': [401, 200, 200, 200, 403],
  'accounts.logout': [200, 200, 200, 200, 200],
};

const everyone: Statuses = [200, 200, 200, 200, 200];
const theirs: Statuses = [401, 200, 404, 404, 403];

/**
 * What each is answered who comes with all that a call needs and no document tells (`elsewhere.ts`); the owner is whom it was
 * prepared for. Together with the table above it shows each operation succeed for those who may call it.
 */
export const reached: Readonly<Record<string, Statuses>> = {
  'comments.list': everyone,
  'comments.live': everyone,
  'comments.get': everyone,
  'comments.create': [401, 200, 200, 200, 403],
  'comments.delete': [401, 200, 403, 200, 403],
  'factors.confirmTotp': theirs,
  'factors.removeTotp': theirs,
  'factors.renewRecoveryCodes': theirs,
  'connections.begin': everyone,
  'connections.connect': [401, 200, 200, 200, 403],
  // It answers where to go on in any case; who has come in by it, test/security/connections.test.ts says.
  'connections.return': everyone,
  'connections.finish': everyone,
  'connections.remove': theirs,
  'accounts.register': everyone,
  'accounts.login': everyone,
  'accounts.verifyEmail': everyone,
  'accounts.confirmEmailChange': everyone,
  'accounts.revokeSession': theirs,
  'recovery.resetPassword': everyone,
  'recovery.useMagicLink': everyone,
  'tokens.create': everyone,
  'tokens.refresh': everyone,
  'tokens.revoke': everyone,
  'privacy.cancelDeletion': everyone,
};
