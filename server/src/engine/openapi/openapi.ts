/** The parts of OpenAPI 3.1 that the document uses. @see https://spec.openapis.org/oas/v3.1.1 */
import type { Schema } from './schema.ts';

/** A whole document. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description?: string;
    readonly license: { readonly name: string; readonly identifier: string };
  };
  readonly servers: readonly { readonly url: string; readonly description: string }[];
  readonly tags: readonly Tag[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, ResponseObject>>;
    readonly headers: Readonly<Record<string, HeaderObject>>;
    readonly securitySchemes: Readonly<Record<string, object>>;
  };
  readonly 'x-rpc': RpcExtension;
  /** Operation ids. */
  readonly 'x-tokens'?: { readonly create?: string; readonly refresh?: string; readonly revoke?: string };
}

export interface Tag {
  readonly name: string;
  readonly description: string;
  readonly 'x-displayName': string;
}

/** Operations of one path, by lower-case method. */
export type PathItem = Readonly<Record<string, OperationObject>>;

export interface Reference {
  readonly $ref: string;
}

export interface OperationObject {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly deprecated?: true;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly ParameterObject[];
  readonly requestBody?: RequestBodyObject;
  readonly responses: Readonly<Record<string, ResponseObject | Reference>>;
  readonly 'x-pagination'?: { readonly cursor: string; readonly items: string; readonly next: string };
  readonly 'x-rate-limit'?: { readonly calls: number; readonly seconds: number };
  /** When the operation stops to answer, as RFC 3339. */
  readonly 'x-sunset'?: string;
}

export interface ParameterObject {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly description?: string;
  readonly required?: boolean;
  readonly style?: 'form' | 'deepObject';
  readonly explode?: boolean;
  readonly schema: Schema;
}

export interface MediaTypeObject {
  readonly schema: Schema;
  readonly example?: unknown;
  readonly encoding?: Readonly<Record<string, object>>;
}

export interface RequestBodyObject {
  readonly required: boolean;
  readonly content: Readonly<Record<string, MediaTypeObject>>;
}

export interface ResponseObject {
  readonly description: string;
  readonly headers?: Readonly<Record<string, Reference>>;
  readonly content?: Readonly<Record<string, MediaTypeObject>>;
}

export interface HeaderObject {
  readonly description: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

/** The RPC door of a document. */
export interface RpcExtension {
  /** Counts changes of this extension's form, so that an older generator says that it is too old. */
  readonly form: 1;
  /** Path of the door on this server. */
  readonly path: string;
  /** How values travel: superjson, so that dates, bigints, maps and sets survive. */
  readonly transformer: 'superjson';
  /** By procedure path, which is also the REST operation's id. */
  readonly procedures: Readonly<Record<string, RpcProcedure>>;
}

/** One procedure. */
export interface RpcProcedure {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly summary: string;
  /** Markdown: its author's own words beyond the summary. */
  readonly description?: string;
  /** `PUT /posts/{id}` where REST has it too. */
  readonly rest?: string;
  readonly access: string;
  /** Absent when it takes nothing. */
  readonly input?: Schema;
  /** True when the call may leave the input out. */
  readonly inputOptional?: true;
  /** Absent when it answers nothing; of a stream, one item. */
  readonly output?: Schema;
  /** True when it may answer nothing all the same. */
  readonly outputOptional?: true;
  /** Present when it answers item by item: `resumable` where each has an id after which to go on. */
  readonly stream?: 'plain' | 'resumable';
  /** Every code it may fail with. */
  readonly errors: readonly string[];
  /** True when the input holds a file, so that it travels as multipart/form-data. */
  readonly form?: true;
  /** True when the answer sets cookies, so that it cannot be part of a streamed batch. */
  readonly cookies?: true;
  /** True when it takes an `Idempotency-Key`, in a request of its own. */
  readonly idempotent?: true;
  /** True when it should not be used any more. */
  readonly deprecated?: true;
}
