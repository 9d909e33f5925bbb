/** What the generator reads of an OpenAPI document: named schemas, routes and the extensions of a Portico backend. */

import { GeneratorError } from './generator-error.ts';
import type { Limits } from './ir.ts';

/** A schema object. @see https://json-schema.org/draft/2020-12/schema */
export interface Schema extends Limits {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly not?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly discriminator?: {
    readonly propertyName: string;
    readonly mapping?: Readonly<Record<string, string>>;
  };
  /** The value that plain JSON cannot express. */
  readonly 'x-type'?: string;
  readonly 'x-coerced'?: boolean;
  readonly 'x-template'?: readonly (string | Schema)[];
}

/** One procedure of the RPC door. */
export interface RpcProcedure {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly summary: string;
  readonly description?: string;
  readonly rest?: string;
  readonly access: string;
  readonly input?: Schema;
  readonly inputOptional?: boolean;
  readonly output?: Schema;
  readonly outputOptional?: boolean;
  readonly stream?: 'plain' | 'resumable';
  readonly errors: readonly string[];
  readonly form?: boolean;
  readonly cookies?: boolean;
  readonly idempotent?: boolean;
  readonly deprecated?: boolean;
}

/** One operation under `paths`. */
export interface OperationObject {
  readonly operationId: string;
  readonly description?: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, ResponseObject>>;
  readonly 'x-pagination'?: { readonly cursor: string; readonly items: string; readonly next: string };
  readonly 'x-sunset'?: string;
}

/** What an operation answers with one status. */
export interface ResponseObject {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, unknown>>;
}

/** Ids of the operations that make, renew and end an access token. */
export interface TokensExtension {
  readonly create: string;
  readonly refresh: string;
  readonly revoke: string;
}

/** A document of a Portico backend. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string };
  readonly servers?: readonly { readonly url: string }[];
  /** By path, then by lower-case method. */
  readonly paths?: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly 'x-rpc': { readonly form?: number; readonly procedures: Readonly<Record<string, RpcProcedure>> };
  readonly 'x-tokens'?: TokensExtension;
}

/** The newest form of `x-rpc` that is understood. */
const newestForm = 1;

/** @throws GeneratorError when it is no document of a Portico backend, or one of a newer form */
export function parseDocument(text: string, source = 'The document'): ApiDocument {
  const document = parseJson(text, source);
  if (!isObject(document) || typeof document.openapi !== 'string') {
    throw new GeneratorError(`${source} is no OpenAPI document`);
  }
  const { openapi, info, components, 'x-rpc': rpc } = document;
  if (!openapi.startsWith('3.1.')) {
    throw new GeneratorError(`${source} is in OpenAPI ${openapi}; 3.1 is what this generator reads`);
  }
  if (!isObject(rpc) || !isObject(rpc.procedures)) {
    throw new GeneratorError(`${source} was not written by a Portico backend: it has no x-rpc extension`);
  }
  if (typeof rpc.form === 'number' && rpc.form > newestForm) {
    throw new GeneratorError(
      `${source} was written by a newer Portico (form ${rpc.form} of x-rpc, ${newestForm} is known here): update this one`,
    );
  }
  if (!isObject(info) || !isObject(components) || !isObject(components.schemas)) {
    throw new GeneratorError(`${source} is incomplete: it has no info or no components`);
  }
  if (typeof info.title !== 'string' || typeof info.version !== 'string') {
    throw new GeneratorError(`${source} is incomplete: its title and its version are texts`);
  }
  for (const [id, procedure] of Object.entries(rpc.procedures)) checkProcedure(id, procedure);
  return document as unknown as ApiDocument;
}

function parseJson(text: string, source: string): unknown {
  try {
    // Some editors begin a file with a mark of its encoding.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new GeneratorError(`${source} is not JSON`, { cause: error });
  }
}

function checkProcedure(id: string, procedure: unknown): void {
  const incomplete = () => new GeneratorError(`${id}: what the document says of it is incomplete`);
  if (!isObject(procedure) || !Array.isArray(procedure.errors)) throw incomplete();
  const { kind, summary, rest = '' } = procedure;
  if (!['query', 'mutation', 'subscription'].includes(String(kind))) {
    throw new GeneratorError(`${id}: no client knows the kind "${kind}"`);
  }
  if (typeof summary !== 'string' || typeof rest !== 'string') throw incomplete();
  if (id.split('.').includes('')) throw new GeneratorError(`"${id}": a part of its name is empty`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
