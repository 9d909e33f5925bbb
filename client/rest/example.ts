/** `node example.ts [origin]`: reads the newest posts of a running server. */
import { createRestClient, isProblem } from '../src/rest.ts';

const api = createRestClient({ url: `${process.argv[2] ?? 'http://localhost:3000'}/api` });

try {
  let count = 0;
  for await (const post of api.posts.list.all({ limit: 10 })) {
    process.stdout.write(`${post.publishedAt?.toISOString()} ${post.title}\n`);
    count += 1;
    if (count === 20) break;
  }
} catch (error) {
  if (!isProblem(error)) throw error;
  process.stderr.write(`${error.code}: ${error.message}\n`);
  process.exitCode = 1;
}
