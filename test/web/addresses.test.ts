import { describe, expect, test } from 'vitest';
import {
  eventsSearch,
  myPostsSearch,
  pagesSearch,
  postsSearch,
  productsSearch,
  usersSearch,
} from '../../web/src/app/search-params.ts';
import { isOwnAddress, safeAddress } from '../../web/src/features/posts/safe-address.ts';
import { ownPath } from '../../web/src/features/sign-in/own-path.ts';

const origin = 'https://portico.example';

describe('an address in a text', () => {
  test.each(['https://example.org/a', 'http://example.org', 'mailto:a@example.org', '/posts/a', '#part'])(
    '%s is followed',
    (address) => expect(safeAddress(address, origin)).toBe(address),
  );

  test.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'http://[',
    '',
    undefined,
  ])('%s is not', (address) => expect(safeAddress(address, origin)).toBeUndefined());

  test('of this site is told from others, also without a scheme', () => {
    expect(isOwnAddress('/api/files/1', origin)).toBe(true);
    expect(isOwnAddress('//example.org/x', origin)).toBe(false);
  });
});

describe('the way back after logging in', () => {
  test('is a path of this site, with its search', () => {
    expect(ownPath('/me/posts?status=draft#top', origin)).toBe('/me/posts?status=draft#top');
  });

  test.each([
    '/.//evil.example',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    undefined,
  ])('is the start page instead of %s', (path) => expect(ownPath(path, origin)).toBe('/'));
});

describe('what a list reads from its address', () => {
  test('is words, a tag and how many pages', () => {
    expect(postsSearch({ q: ' slow ', tag: 'design', pages: '3', other: 1 })).toEqual({
      q: 'slow',
      tag: 'design',
      pages: 3,
    });
  });

  test('takes a number for the word it was', () => {
    expect(postsSearch({ q: 12 })).toEqual({ q: '12' });
  });

  test('leaves out what makes no sense', () => {
    expect(postsSearch({ q: ['a'], tag: {}, pages: 'x' })).toEqual({});
    expect(myPostsSearch({ status: 'deleted' })).toEqual({});
    expect(productsSearch({ inStock: 'yes', q: '' })).toEqual({});
    expect(pagesSearch({ pages: 1 })).toEqual({});
  });

  test('keeps the filters of administrators, and drops those that do not exist', () => {
    const filters = { q: 'ada', role: 'admin', standing: 'disabled' } as const;
    expect(usersSearch({ ...filters, other: 'x' })).toEqual(filters);
    expect(usersSearch({ role: 'root', standing: 'asleep' })).toEqual({});
    expect(eventsSearch({ event: 'signed_in', user: 'an id', pages: 2 })).toEqual({
      event: 'signed_in',
      user: 'an id',
      pages: 2,
    });
  });

  test('never asks for more pages than can be loaded at once', () => {
    expect(pagesSearch({ pages: 9999 })).toEqual({ pages: 20 });
  });
});
