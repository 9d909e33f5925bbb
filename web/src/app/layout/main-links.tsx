import { Link } from '@tanstack/react-router';

const linkClass =
  'flex min-h-11 items-center rounded-lg px-3 font-medium text-muted text-sm transition-colors duration-150 hover:bg-sunken hover:text-ink data-[status=active]:text-accent';

export function MainLinks({ onFollow }: { onFollow?: () => void }) {
  return (
    <>
      <Link to="/posts" onClick={onFollow} className={linkClass}>
        Posts
      </Link>
      <Link to="/products" onClick={onFollow} className={linkClass}>
        Products
      </Link>
      <a href="/api/docs" className={linkClass}>
        API
      </a>
    </>
  );
}
