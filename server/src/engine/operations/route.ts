/** Reads the REST route that a procedure's metadata declares. */
import type { Meta, Method } from '../procedure/meta.ts';
import type { Output, RestRoute } from './operation.ts';

/** What stands between parameters is taken literally: nothing that an address or a pattern gives a meaning. */
const form = /^(GET|POST|PUT|PATCH|DELETE) (\/(?:[^\s{}()[\]*?#%\\|^`"<>]|\{[A-Za-z_]\w*\})*)$/;

/** @throws TypeError when `meta.rest` is not `METHOD /path/{parameter}` */
export function restRoute(id: string, meta: Meta, output: Output): RestRoute | undefined {
  if (meta.rest === undefined) return undefined;
  const [, method, path] = form.exec(meta.rest) ?? [];
  if (!method || !path) {
    throw new TypeError(`${id}: meta.rest is "${meta.rest}"; it reads "PUT /posts/{id}"`);
  }
  return {
    method: method as Method,
    path,
    params: pathParams(path),
    status: meta.created ? 201 : output.as === 'none' ? 204 : 200,
    ...(meta.created && { location: meta.created }),
  };
}

/** The names in braces, in order. */
export function pathParams(path: string): string[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
}
