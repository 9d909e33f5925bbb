import { Link } from '@tanstack/react-router';
import { classNames } from '../../lib/class-names.ts';

/** The look of a tag; a chosen one stands out. */
export function tagClass(chosen = false): string {
  return classNames(
    'inline-flex min-h-9 items-center rounded-full px-3.5 text-sm transition-colors duration-150',
    chosen ? 'bg-accent font-medium text-on-accent' : 'bg-sunken text-muted hover:text-ink',
  );
}

/** A post's tags, each leading to the posts that share it. */
export function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <ul aria-label="Tags" className="wrap-anywhere flex flex-wrap gap-2">
      {tags.map((tag) => (
        <li key={tag}>
          <Link to="/posts" search={{ tag }} className={tagClass()}>
            {tag}
          </Link>
        </li>
      ))}
    </ul>
  );
}
