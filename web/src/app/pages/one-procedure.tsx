import { scrollable } from '../../ui/scrollable.ts';

const procedure = `list: publicProcedure
  .meta({ rest: 'GET /posts' })
  .input(ListPosts)
  .output(page(Post))
  .query(({ ctx, input }) =>
    listPosts(ctx.db, input)),`;

const typedCall = `client.posts.list.query({ limit: 5 })`;
const plainCall = `curl ${location.origin}/api/posts?limit=5`;

/** The idea in one picture: a procedure, and two of the ways to call it. */
export function OneProcedure() {
  return (
    <figure className="min-w-0 overflow-hidden rounded-xl border border-line bg-surface shadow-raised">
      <Sample title="Written once" code={procedure} />
      <Sample title="Called with types" code={typedCall} />
      <Sample title="Called over HTTP" code={plainCall} />
      <figcaption className="sr-only">One procedure, and two of the ways to call it</figcaption>
    </figure>
  );
}

function Sample({ title, code }: { title: string; code: string }) {
  return (
    <div className="border-line border-t px-5 py-4 first:border-t-0">
      <p className="mb-1.5 font-medium text-muted text-xs">{title}</p>
      <pre {...scrollable} className="overflow-x-auto font-mono text-xs leading-relaxed">
        <code>{code}</code>
      </pre>
    </div>
  );
}
