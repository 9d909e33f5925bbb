import type { Page } from '@portico/shared/paging';
import type { Product } from '@portico/shared/products';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { picture } from '../support/picture.ts';
import type { UserAgent } from '../support/user-agent.ts';
import { answerOf, type Door, doorNames, openDoor, pointersOf } from './doors.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const chair = {
  name: 'Chair',
  description: 'Four legs.',
  price: { amount: 4_990, currency: 'EUR' },
  stock: 3,
} as const;

describe.each(doorNames)('products through %s', (doorName) => {
  let door: Door;
  let admin: UserAgent;
  beforeAll(async () => {
    door = openDoor(doorName, app);
    admin = await app.admin();
  });

  const create = async (input: object = chair) =>
    answerOf<Product>(await door.call(admin, 'products.create', input));

  test('an administrator creates, edits and deletes a product that everyone reads', async () => {
    const product = await create();
    expect(product).toMatchObject({ ...chair, version: 1, picture: null });
    expect(answerOf(await door.call(app.visitor(), 'products.get', { id: product.id }))).toEqual(product);

    const edit = { id: product.id, price: { amount: 100, currency: 'JPY' }, stock: 0, version: 1 };
    const edited = answerOf<Product>(await door.call(admin, 'products.update', edit));
    expect(edited).toMatchObject({ ...chair, ...edit, version: 2 });

    expect(answerOf(await door.call(admin, 'products.delete', { id: product.id }))).toBeUndefined();
    for (const [id, input] of [
      ['products.get', { id: product.id }],
      ['products.update', { ...edit, version: 2 }],
      ['products.delete', { id: product.id }],
    ] as const) {
      expect(await door.call(admin, id, input)).toMatchObject({ status: 404, code: 'not_found' });
    }
    const { items } = answerOf<Page<Product>>(
      await door.call(app.visitor(), 'products.list', { limit: 100 }),
    );
    expect(items.map(({ id }) => id)).not.toContain(product.id);
  });

  test('users are forbidden and nobody is asked to sign in, and nothing changes', async () => {
    const [product, user] = [await create(), await app.user()];
    for (const [id, input] of [
      ['products.create', chair],
      ['products.update', { id: product.id, stock: 0, version: 1 }],
      ['products.delete', { id: product.id }],
    ] as const) {
      expect(await door.call(user, id, input)).toMatchObject({ status: 403, code: 'forbidden' });
      expect(await door.call(app.visitor(), id, input)).toMatchObject({
        status: 401,
        code: 'unauthenticated',
      });
    }
    expect(answerOf(await door.call(user, 'products.get', { id: product.id }))).toEqual(product);
  });

  test.each([
    ['nothing', {}, ['/name', '/price', '/stock']],
    ['a string as stock', { ...chair, stock: '3' }, ['/stock']],
    ['half a piece', { ...chair, stock: 0.5 }, ['/stock']],
    ['less than no stock', { ...chair, stock: -1 }, ['/stock']],
    ['more than a number can hold', { ...chair, stock: 1e12 }, ['/stock']],
    ['a negative price', { ...chair, price: { amount: -1, currency: 'EUR' } }, ['/price/amount']],
    ['an unknown currency', { ...chair, price: { amount: 1, currency: 'XXX' } }, ['/price/currency']],
    ['a number as price', { ...chair, price: 49.9 }, ['/price']],
    ['a list as price', { ...chair, price: [] }, ['/price/amount', '/price/currency']],
    ['a picture that does not exist', { ...chair, pictureId: crypto.randomUUID() }, ['/pictureId']],
  ])('creating with %s is refused at its fields', async (_, input, pointers) => {
    const outcome = await door.call(admin, 'products.create', input);
    expect(outcome).toMatchObject({ status: 422, code: 'invalid_input' });
    const found = pointersOf(outcome);
    expect(found.length).toBeGreaterThan(0);
    for (const pointer of found) expect([...pointers, '/price']).toContain(pointer);
  });

  test('an edit of a version that is gone changes nothing', async () => {
    const { id } = await create();
    await door.call(admin, 'products.update', { id, stock: 5, version: 1 });
    const stale = await door.call(admin, 'products.update', { id, stock: 9, version: 1 });
    expect(stale).toMatchObject({ status: 412, code: 'version_conflict' });
    expect(answerOf(await door.call(admin, 'products.get', { id }))).toMatchObject({ stock: 5, version: 2 });
  });

  test('a picture is shown, and goes when its file goes', async () => {
    const file = await admin.rpc.files.upload.mutate({ file: await picture(), alt: 'A chair' });
    const product = await create({ ...chair, pictureId: file.id });
    expect(product.picture).toMatchObject({ id: file.id, width: 64, height: 48, alt: 'A chair' });
    await admin.rpc.files.delete.mutate({ id: file.id });
    expect(answerOf(await door.call(admin, 'products.get', { id: product.id }))).toMatchObject({
      picture: null,
    });
  });

  test('the list filters by stock and by words, and a walk meets each once', async () => {
    const word = `teapot${doorName}`;
    for (let number = 0; number < 7; number += 1)
      await create({ ...chair, name: `${word} ${number}`, stock: number % 2 });
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const input = { q: word, limit: 3, ...(cursor && { cursor }) };
      const page = answerOf<Page<Product>>(await door.call(app.visitor(), 'products.list', input));
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.toSorted()).toEqual(Array.from({ length: 7 }, (_, number) => `${word} ${number}`));
    const inStock = answerOf<Page<Product>>(
      await door.call(app.visitor(), 'products.list', { q: word, inStock: true }),
    );
    expect(inStock.items).toHaveLength(3);
    const malformed = await door.call(app.visitor(), 'products.list', { cursor: 'x' });
    expect(malformed).toMatchObject({ status: 422 });
    expect(pointersOf(malformed)).toEqual(['/cursor']);
  });
});
