/** What the others are measured against: node:http and JSON.stringify by hand, without validation. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import postgres from 'postgres';
import { findItem, listItems } from '../subject/items.ts';
import { selectItems } from '../subject/table.ts';

export async function start(databaseUrl: string): Promise<number> {
  const sql = postgres(databaseUrl, { max: 10 });
  const answer = (path: string, query: string): unknown => {
    if (path === '/items') return listItems(limitOf(query));
    if (path === '/stored-items') return selectItems(sql, limitOf(query));
    return findItem(path.slice('/items/'.length));
  };
  const server = createServer(async (request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split('?');
    const body = JSON.stringify(await answer(path, query));
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return (server.address() as AddressInfo).port;
}

function limitOf(query: string): number {
  return Number(new URLSearchParams(query).get('limit') ?? 20);
}
