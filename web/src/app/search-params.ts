/** What an address may say about lists. Anything unreadable counts as not said. */

const longestText = 200;
/** More pages than this are not loaded at once for a shared address. */
const mostPages = 20;

type SearchParams = Record<string, unknown>;

export interface PagesSearch {
  pages?: number;
}

export interface PostsSearch extends PagesSearch {
  q?: string;
  tag?: string;
}

export interface MyPostsSearch extends PagesSearch {
  status?: 'draft' | 'published';
}

export interface ProductsSearch extends PagesSearch {
  q?: string;
  inStock?: true;
}

export interface UsersSearch extends PagesSearch {
  q?: string;
  role?: 'user' | 'admin';
  standing?: 'active' | 'disabled' | 'leaving';
}

export interface EventsSearch extends PagesSearch {
  /** Name of an event; the page knows which there are. */
  event?: string;
  /** Id of a user. */
  user?: string;
}

export interface SignInSearch {
  /** The path to go back to. */
  from?: string;
}

export function pagesSearch({ pages }: SearchParams): PagesSearch {
  const count = Math.min(Math.trunc(Number(pages)), mostPages);
  return count > 1 ? { pages: count } : {};
}

export function postsSearch(search: SearchParams): PostsSearch {
  return { ...text('q', search), ...text('tag', search), ...pagesSearch(search) };
}

export function myPostsSearch(search: SearchParams): MyPostsSearch {
  return { ...choice('status', ['draft', 'published'], search), ...pagesSearch(search) };
}

export function productsSearch(search: SearchParams): ProductsSearch {
  return {
    ...text('q', search),
    ...(search.inStock === true && { inStock: true }),
    ...pagesSearch(search),
  };
}

export function usersSearch(search: SearchParams): UsersSearch {
  return {
    ...text('q', search),
    ...choice('role', ['user', 'admin'], search),
    ...choice('standing', ['active', 'disabled', 'leaving'], search),
    ...pagesSearch(search),
  };
}

export function eventsSearch(search: SearchParams): EventsSearch {
  return { ...text('event', search), ...text('user', search), ...pagesSearch(search) };
}

export function signInSearch(search: SearchParams): SignInSearch {
  return text('from', search);
}

/** The router reads `q=12` as a number; in a search it is a word like any other. */
function text<Name extends string>(name: Name, search: SearchParams): { [Key in Name]?: string } {
  const value = search[name];
  if (typeof value !== 'string' && typeof value !== 'number') return {};
  const words = String(value).trim().slice(0, longestText);
  return words === '' ? {} : ({ [name]: words } as { [Key in Name]?: string });
}

function choice<Name extends string, const Value extends string>(
  name: Name,
  choices: readonly Value[],
  search: SearchParams,
): { [Key in Name]?: Value } {
  const chosen = choices.find((value) => value === search[name]);
  return chosen === undefined ? {} : ({ [name]: chosen } as { [Key in Name]?: Value });
}
