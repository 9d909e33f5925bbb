/** Who calls in the matrix of access, each beside an owner whose things they aim at. */
import { vi } from 'vitest';
import { createClient } from '../../client/src/index.ts';
import { password, type TestApp } from '../support/app.ts';
import { picture } from '../support/picture.ts';
import { createUserAgent, type UserAgent } from '../support/user-agent.ts';

/** Things of an owner that others will try to reach. */
export interface Belongings {
  readonly userId: string;
  readonly draftId: string;
  readonly draftSlug: string;
  /** Under a post that became a draft again. */
  readonly commentId: string;
  readonly fileId: string;
  readonly productId: string;
}

/** An owner, what is theirs, and the administrator who made the product. */
export interface Household {
  readonly username: string;
  readonly owner: UserAgent;
  readonly admin: UserAgent;
  readonly belongings: Belongings;
}

let serial = 0;

export async function settle(app: TestApp): Promise<Household> {
  const username = `owner-${++serial}`;
  const [owner, admin] = await Promise.all([app.user(username), app.admin()]);
  const me = await owner.rpc.accounts.me.query();
  const draft = await owner.rpc.posts.create.mutate({ title: 'Mine', body: 'secret' });
  const { id, version } = await owner.rpc.posts.create.mutate({ title: 'X', body: '', status: 'published' });
  const comment = await owner.rpc.comments.create.mutate({ postId: id, body: 'secret' });
  await owner.rpc.posts.update.mutate({ id, version, status: 'draft' });
  const file = await owner.rpc.files.upload.mutate({ file: await picture(), visibility: 'private' });
  const price = { amount: 1, currency: 'EUR' } as const;
  const product = await admin.rpc.products.create.mutate({ name: 'Thing', price, stock: 1 });
  const belongings = {
    userId: me.id,
    draftId: draft.id,
    draftSlug: draft.slug,
    commentId: comment.id,
    fileId: file.id,
    productId: product.id,
  };
  return { username, owner, admin, belongings };
}

/** Makes a caller of each kind. */
export const callers = {
  visitor: async (app: TestApp) => app.visitor(),
  owner: async (_app: TestApp, { owner }: Household) => owner,
  other: async (app: TestApp) => app.user(),
  admin: async (_app: TestApp, { admin }: Household) => admin,
  /** The owner's own token, made for reading posts. */
  limited: async (app: TestApp, household: Household) =>
    withToken(app, await tokenOf(app, household, ['posts:read'])),
  /** The owner's cookie, of an account that an administrator has shut. */
  async disabled(_app: TestApp, { owner, admin, belongings }: Household) {
    await admin.rpc.admin.disable.mutate({ id: belongings.userId });
    return owner;
  },
  /** The owner's token, eleven minutes later. */
  async expired(app: TestApp, household: Household) {
    const token = await tokenOf(app, household, ['all']);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 });
    return withToken(app, token);
  },
  /** The owner's token with another signature. */
  async forged(app: TestApp, household: Household) {
    const token = await tokenOf(app, household, ['all']);
    return withToken(app, token.replace(/\.[^.]*$/, `.${'A'.repeat(86)}`));
  },
} as const satisfies Record<string, (app: TestApp, household: Household) => Promise<UserAgent>>;

export type CallerName = keyof typeof callers;

/** An app of somebody, made for reading posts. */
export async function reader(app: TestApp): Promise<UserAgent> {
  const { username } = await (await app.user()).rpc.accounts.me.query();
  const scopes: ['posts:read'] = ['posts:read'];
  const { accessToken } = await app.visitor().rpc.tokens.create.mutate({ username, password, scopes });
  return withToken(app, accessToken);
}

async function tokenOf(app: TestApp, { username }: Household, scopes: ['posts:read'] | ['all']) {
  const tokens = await app.visitor().rpc.tokens.create.mutate({ username, password, scopes });
  return tokens.accessToken;
}

function withToken({ app, config }: TestApp, token: string): UserAgent {
  const send: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    request.headers.set('authorization', `Bearer ${token}`);
    return app.fetch(request);
  };
  return createUserAgent(send, config.publicOrigin, createClient, `10.3.0.${++serial}`);
}
