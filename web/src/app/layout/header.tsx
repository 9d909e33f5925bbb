import { Link } from '@tanstack/react-router';
import { Logo } from '../../ui/logo.tsx';

export function Header() {
  return (
    <header className="sticky top-0 z-30 border-line border-b bg-canvas/90 backdrop-blur">
      <div className="mx-auto flex h-16 max-w-6xl items-center gap-4 px-4 sm:px-6">
        <Link to="/" className="flex items-center gap-2 font-semibold">
          <Logo className="size-8" /> Portico
        </Link>
      </div>
    </header>
  );
}
