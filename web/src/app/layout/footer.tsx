import { Link } from '@tanstack/react-router';
import { ThemeSwitch } from './theme-switch.tsx';

const linkClass = 'py-2 hover:text-ink hover:underline';

/** Where else one may go, and the choice of a theme. */
export default function Footer() {
  return (
    <footer className="border-line border-t">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-8 text-muted text-sm sm:px-6">
        <p>Portico, a backend that your team owns.</p>
        <nav aria-label="Footer" className="flex flex-wrap gap-x-6">
          <Link to="/posts" className={linkClass}>
            Posts
          </Link>
          <a href="/api/docs" className={linkClass}>
            API documentation
          </a>
          <a href="/api/openapi.json" className={linkClass}>
            OpenAPI
          </a>
        </nav>
        <ThemeSwitch />
      </div>
    </footer>
  );
}
