/** Of lists, files and values. */
import { type Exchange, inputOf } from '../exchange.ts';
import type { Fact } from '../facts.ts';
import { uploadedText } from '../material.ts';
import { calls, isSuccess, must, statuses } from './evidence.ts';

const myPosts = { rpc: 'posts.mine', rest: 'GET /me/posts' };
const updatePost = { rpc: 'posts.update', rest: 'PUT /posts/{}' };

const isContent = ({ method, path }: Exchange) =>
  method === 'GET' && /^\/api\/files\/[^/]+\/content$/.test(path);

export const onData = {
  'iterate-three-pages': (evidence) => {
    const pages = calls(evidence, 'plain', myPosts).filter(isSuccess);
    must(pages.length === 3, `${pages.length} pages were read`);
    const cursors = pages.map(({ query }) => query.includes('cursor'));
    must(
      cursors.join() === 'false,true,true',
      `pages were read ${cursors.map((has) => (has ? 'by cursor' : 'without')).join(', ')}`,
    );
    must(new Set(pages.map(({ query }) => query)).size === 3, 'a page was read twice');
  },
  'upload-with-progress': async ({ label, sql, server }) => {
    const found = await sql<{ id: string }[]>`
      select f.id from files f join users u on u.id = f.owner_id
      where u.username = ${label} and f.name = ${`${label}.txt`}`;
    const [file] = found;
    must(
      file !== undefined && found.length === 1,
      `${found.length} files with the name ${label}.txt are kept`,
    );
    const kept = Buffer.from(await (await fetch(`${server}/api/files/${file.id}/content`)).arrayBuffer());
    must(kept.equals(uploadedText()), 'the kept bytes are others');
  },
  'download-same-bytes': ({ exchanges }) => {
    const downloads = exchanges.filter(isContent);
    must(downloads.some(isSuccess), `the content was answered ${statuses(downloads) || 'never'}`);
    must(
      downloads.some(({ answer }) => answer.equals(uploadedText())),
      'other bytes were downloaded',
    );
  },
  'date-with-milliseconds': ({ exchanges }) => {
    must(
      exchanges.some(({ fault, changed }) => fault === 'fixed-dates' && changed),
      'no date was read',
    );
  },
  'null-against-absent': async (evidence) => {
    const inputs = calls(evidence, 'plain', updatePost).filter(isSuccess).map(inputOf);
    must(
      inputs.some((input) => !('coverId' in input)),
      'no update left the cover out',
    );
    must(
      inputs.some((input) => input.coverId === null),
      'no update set the cover to null',
    );
    const title = `${evidence.label} cover`;
    const posts = await evidence.sql<{ cover_id: string | null }[]>`
      select cover_id from posts where title = ${title}`;
    must(posts.length === 1 && posts[0]?.cover_id === null, 'the post still has its cover');
  },
} satisfies Record<string, Fact>;
