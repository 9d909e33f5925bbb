import { getRouteApi } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type FormEvent, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import type { UserFilters } from './admin.queries.ts';
import { roleChoices, standingChoices } from './user-words.ts';

const route = getRouteApi('/admin/users');

/** Words to look for, and which users to leave out. */
export function UserFilter() {
  const { q = '', role, standing } = route.useSearch();
  const navigate = route.useNavigate();
  const input = useRef<HTMLInputElement>(null);

  const show = (changed: UserFilters) => {
    const { q: words, ...filters } = { q, role, standing, ...changed };
    void navigate({
      search: {
        ...(words && { q: words }),
        ...(filters.role && { role: filters.role }),
        ...(filters.standing && { standing: filters.standing }),
      },
    });
  };
  const search = (event: FormEvent) => {
    event.preventDefault();
    show({ q: input.current?.value.trim() });
  };

  return (
    <search className="mb-6">
      <form onSubmit={search} className="flex flex-wrap items-center gap-3">
        <div className="flex min-w-0 flex-1 basis-72 gap-2 sm:max-w-md">
          <input
            key={q}
            ref={input}
            type="search"
            name="q"
            defaultValue={q}
            aria-label="Search users"
            placeholder="Name, username or e-mail"
            enterKeyHint="search"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={100}
            className="h-11 min-w-0 flex-1 rounded-lg border border-outline bg-surface px-3 text-base placeholder:text-muted"
          />
          <Button type="submit" aria-label="Search">
            <Search aria-hidden className="size-5" />
          </Button>
        </div>
        <FilterSelect
          label="Role"
          value={role}
          all="Any role"
          options={roleChoices}
          onChange={(chosen) => show({ role: chosen })}
        />
        <FilterSelect
          label="Standing"
          value={standing}
          all="Open and shut"
          options={standingChoices}
          onChange={(chosen) => show({ standing: chosen })}
        />
      </form>
    </search>
  );
}
