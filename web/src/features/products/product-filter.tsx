import { getRouteApi } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type FormEvent, useRef } from 'react';
import { Button } from '../../ui/button.tsx';

const route = getRouteApi('/products');

/** Words to look for, and whether to leave out what is sold out. */
export function ProductFilter() {
  const { q = '', inStock = false } = route.useSearch();
  const navigate = route.useNavigate();
  const input = useRef<HTMLInputElement>(null);

  const show = (words: string, onlyInStock: boolean) =>
    void navigate({ search: { ...(words && { q: words }), ...(onlyInStock && { inStock: true }) } });

  const search = (event: FormEvent) => {
    event.preventDefault();
    show(input.current?.value.trim() ?? '', inStock);
  };

  return (
    <search className="mb-8">
      <form onSubmit={search} className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-1 basis-72 gap-2 sm:max-w-md">
          <input
            key={q}
            ref={input}
            type="search"
            name="q"
            defaultValue={q}
            aria-label="Search products"
            placeholder="Search products"
            enterKeyHint="search"
            maxLength={200}
            className="h-11 min-w-0 flex-1 rounded-lg border border-outline bg-surface px-3 text-base placeholder:text-muted"
          />
          <Button type="submit" aria-label="Search">
            <Search aria-hidden className="size-5" />
          </Button>
        </div>
        <label className="flex min-h-11 cursor-pointer items-center gap-2.5 text-sm">
          <input
            type="checkbox"
            checked={inStock}
            onChange={(event) => show(q, event.target.checked)}
            className="size-5 accent-accent"
          />
          Only what is in stock
        </label>
      </form>
    </search>
  );
}
