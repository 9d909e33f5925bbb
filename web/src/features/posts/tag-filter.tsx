import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Skeleton } from '../../ui/skeleton.tsx';
import { tagsQuery } from './posts.queries.ts';
import { tagClass } from './tags.tsx';

const route = getRouteApi('/posts');
const shown = 10;
/** Only the link to what is shown is the current one; the others differ by their search alone. */
const exact = { exact: true };

/** The most used tags, to narrow the list by one of them. Left out when it cannot be loaded: the list does without. */
export function TagFilter() {
  const { q, tag } = route.useSearch();
  const { data, isPending } = useQuery(tagsQuery());
  if (isPending) return <Skeleton className="mt-1 mb-5 h-9 w-full" />;
  const tags = (data?.items ?? []).slice(0, shown).map((item) => item.tag);
  // A rare tag that the address asks for must be seen to be on.
  const choices = tag && !tags.includes(tag) ? [tag, ...tags] : tags;
  if (choices.length === 0) return null;
  const words = q ? { q } : {};
  return (
    <nav aria-label="Filter by tag" className="-mx-4 mb-4 overflow-x-auto px-4 py-1 [scrollbar-width:none]">
      <ul className="flex gap-2 whitespace-nowrap">
        <li>
          <Link
            to="/posts"
            search={words}
            activeOptions={exact}
            aria-current={tag ? undefined : 'true'}
            className={tagClass(!tag)}
          >
            All
          </Link>
        </li>
        {choices.map((choice) => (
          <li key={choice}>
            <Link
              to="/posts"
              search={{ ...words, tag: choice }}
              activeOptions={exact}
              aria-current={choice === tag ? 'true' : undefined}
              className={tagClass(choice === tag)}
            >
              {choice}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
