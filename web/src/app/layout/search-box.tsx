import { useLocation, useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type FormEvent, useEffect, useRef } from 'react';

interface SearchBoxProps {
  autoFocus?: boolean;
  onSearch?: () => void;
}

/** Searches the posts. The slash key leads here from anywhere. */
export function SearchBox({ autoFocus = false, onSearch }: SearchBoxProps) {
  const navigate = useNavigate();
  const q = useLocation({
    select: ({ pathname, search }) => (pathname === '/posts' ? (search.q ?? '') : ''),
  });
  const input = useRef<HTMLInputElement>(null);
  useSlashKey(() => input.current);
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  const search = (event: FormEvent) => {
    event.preventDefault();
    const words = input.current?.value.trim();
    onSearch?.();
    void navigate({ to: '/posts', search: words ? { q: words } : {} });
  };

  return (
    <search>
      <form onSubmit={search} className="relative">
        <Search aria-hidden className="pointer-events-none absolute top-3 left-3 size-4 text-muted" />
        <input
          // The address decides what is in the box, so that Back brings earlier words back.
          key={q}
          ref={input}
          type="search"
          name="q"
          defaultValue={q}
          aria-label="Search posts"
          aria-keyshortcuts="/"
          placeholder="Search posts"
          enterKeyHint="search"
          maxLength={200}
          className="h-10 w-full rounded-lg border border-outline bg-surface pr-10 pl-9 text-base placeholder:text-muted md:text-sm"
        />
        <kbd
          aria-hidden
          className="pointer-events-none absolute top-2 right-2 hidden rounded border border-line px-1.5 font-mono text-muted text-xs md:block"
        >
          /
        </kbd>
      </form>
    </search>
  );
}

function useSlashKey(target: () => HTMLInputElement | null): void {
  useEffect(() => {
    const focusSearch = (event: KeyboardEvent) => {
      const input = target();
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      if (!input?.checkVisibility()) return;
      event.preventDefault();
      input.focus();
      input.select();
    };
    addEventListener('keydown', focusSearch);
    return () => removeEventListener('keydown', focusSearch);
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
