import { useNavigate, useSearch } from '@tanstack/react-router';

/** How many pages of a list the address asks for, and how to ask for one more: what `PagedList` takes. */
export function usePages() {
  const { pages = 1 } = useSearch({ strict: false });
  const navigate = useNavigate();
  const onMore = () =>
    void navigate({
      to: '.',
      search: (search) => ({ ...search, pages: pages + 1 }),
      replace: true,
      resetScroll: false,
    });
  return { pages, onMore };
}
