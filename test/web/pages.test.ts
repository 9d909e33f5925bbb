import { expect, test, vi } from 'vitest';
import { pages } from '../../server/src/site/page-heads.ts';

/** A name, not a text: its components are compiled with the site's own settings. */
const routerModule = new URL('../../web/src/app/router.ts', import.meta.url).href;

test('the server knows the pages of the router, and no others', async () => {
  vi.stubGlobal('addEventListener', () => {});
  const { router } = await import(routerModule);
  expect(Object.keys(pages).toSorted()).toEqual(Object.keys(router.routesByPath).toSorted());
});
