/** What somebody writes who has the client from a registry: types are checked where it is installed, then it runs. */
import { createClient, isProblem, items, safe } from '@portico/client';
import { createQueries } from '@portico/client/query';

declare const process: { readonly argv: readonly string[]; readonly stdout: { write(text: string): void } };

const [, , url = ''] = process.argv;
const client = createClient({ url, timeoutMs: 10_000 });
const print = (value: unknown) => process.stdout.write(`${value}\n`);

const { items: tags } = await client.posts.tags.query();
tags satisfies { tag: string; count: number }[];

const user = await client.accounts.register.mutate({
  username: 'installed',
  email: 'installed@example.com',
  password: 'correct horse battery',
});
print(user.createdAt instanceof Date);

const [post, error] = await safe(client.posts.bySlug.query({ slug: 'no-such-post' }));
post satisfies { publishedAt: Date | null } | undefined;
if (isProblem(error, 'not_found')) print(error.data.problem.code satisfies 'not_found');
// @ts-expect-error posts have no such field
post?.publishedOn;

for await (const { title } of items(client.posts.list, { limit: 1 })) title satisfies string;

const { queryKey } = createQueries(client).posts.list.queryOptions({ limit: 1 });
print(queryKey[1]?.input ? 1 : 0);
