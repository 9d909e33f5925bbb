/**
 * What an address may say about lists. Anything unreadable counts as not said, and is said to be absent: the router would
 * go on with what the address says otherwise.
 */

const longestText = 200;
/** More pages than this are not loaded at once for a shared address. */
const mostPages = 20;

type SearchParams = Record<string, unknown>;

export interface PagesSearch {
  pages?: number | undefined;
}

export interface PostsSearch extends PagesSearch {
  q?: string | undefined;
  tag?: string | undefined;
}

export interface MyPostsSearch extends PagesSearch {
  status?: 'draft' | 'published' | undefined;
}

export interface ProductsSearch extends PagesSearch {
  q?: string | undefined;
  inStock?: true | undefined;
}

export interface UsersSearch extends PagesSearch {
  q?: string | undefined;
  role?: 'user' | 'admin' | undefined;
  standing?: 'active' | 'disabled' | 'leaving' | undefined;
}

export interface EventsSearch extends PagesSearch {
  /** Name of an event; the page knows which there are. */
  event?: string | undefined;
  /** Id of a user. */
  user?: string | undefined;
}

export interface SignInSearch {
  /** The path to go back to. */
  from?: string | undefined;
}

export function pagesSearch({ pages }: SearchParams): PagesSearch {
  const count = Math.min(Math.trunc(Number(pages)), mostPages);
  return { pages: count > 1 ? count : undefined };
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
    inStock: search.inStock === true || undefined,
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
function text<Name extends string>(name: Name, search: SearchParams): { [Key in Name]?: string | undefined } {
  const value = search[name];
  const isText = typeof value === 'string' || typeof value === 'number';
  const words = isText ? String(value).trim().slice(0, longestText) : '';
  return absentOr(name, words === '' ? undefined : words);
}

function choice<Name extends string, const Value extends string>(
  name: Name,
  choices: readonly Value[],
  search: SearchParams,
): { [Key in Name]?: Value | undefined } {
  return absentOr(
    name,
    choices.find((value) => value === search[name]),
  );
}

function absentOr<Name extends string, Value>(name: Name, value: Value | undefined) {
  return { [name]: value } as { [Key in Name]?: Value | undefined };
}
