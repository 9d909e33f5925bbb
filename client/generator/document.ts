/** What the generator reads of an OpenAPI document: named schemas, routes and the extensions of a Portico backend. */

/** A schema object. @see https://json-schema.org/draft/2020-12/schema */
export interface Schema {
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
  readonly minItems?: number;
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
  readonly 'x-rpc': { readonly procedures: Readonly<Record<string, RpcProcedure>> };
  readonly 'x-tokens'?: TokensExtension;
}

/** @throws TypeError when it is no document of a Portico backend */
export function parseDocument(text: string): ApiDocument {
  const document: unknown = JSON.parse(text);
  if (!isApiDocument(document)) {
    throw new TypeError('This is no OpenAPI document of a Portico backend: it has no x-rpc extension');
  }
  return document;
}

function isApiDocument(document: unknown): document is ApiDocument {
  return typeof document === 'object' && document !== null && 'x-rpc' in document && 'components' in document;
}
