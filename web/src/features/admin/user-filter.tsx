import { getRouteApi } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { SearchInput, wordsOf } from '../../ui/search-input.tsx';
import type { UserFilters } from './admin.queries.ts';
import { roleChoices, standingChoices } from './user-words.ts';

const route = getRouteApi('/admin/users');

/** Words to look for, and which users to leave out. */
export function UserFilter() {
  const { q = '', role, standing } = route.useSearch();
  const navigate = route.useNavigate();

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
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    show({ q: wordsOf(event.currentTarget) });
  };

  return (
    <search className="mb-6">
      <form onSubmit={search} className="flex flex-wrap items-center gap-3">
        <SearchInput
          words={q}
          label="Search users"
          placeholder="Name, username or e-mail"
          maxLength={100}
          autoCapitalize="none"
          spellCheck={false}
        />
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
          all="Any standing"
          options={standingChoices}
          onChange={(chosen) => show({ standing: chosen })}
        />
      </form>
    </search>
  );
}
