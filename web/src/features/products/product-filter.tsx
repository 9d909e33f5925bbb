import { getRouteApi } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { SearchInput, wordsOf } from '../../ui/search-input.tsx';

const route = getRouteApi('/products');

/** Words to look for, and whether to leave out what is sold out. */
export function ProductFilter() {
  const { q = '', inStock = false } = route.useSearch();
  const navigate = route.useNavigate();

  const show = (words: string, onlyInStock: boolean) =>
    void navigate({ search: { ...(words && { q: words }), ...(onlyInStock && { inStock: true }) } });

  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    show(wordsOf(event.currentTarget), inStock);
  };

  return (
    <search className="mb-8">
      <form onSubmit={search} className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <SearchInput words={q} label="Search products" placeholder="Search products" maxLength={200} />
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
