/** Reads an OpenAPI document as a stranger would: nothing but the document is known. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type {
  HeaderObject,
  OpenApiDocument,
  OperationObject,
  ParameterObject,
  ResponseObject,
} from '../../../server/src/engine/openapi/openapi.ts';
import type { Schema } from '../../../server/src/engine/openapi/schema.ts';

/** An operation of the document, with what it refers to. */
export interface DescribedOperation {
  readonly id: string;
  /** The first of its tags. */
  readonly tag: string;
  /** Upper-case. */
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly ParameterObject[];
  /** Media types of the body, with their schemas. */
  readonly bodies: readonly { readonly type: string; readonly schema: Schema }[];
  readonly bodyRequired: boolean;
  /** By status. */
  readonly responses: Readonly<Record<string, ResponseObject>>;
  /** The role that its security names. */
  readonly role: 'anyone' | 'user' | 'admin';
}

/** A document, and what can be asked of it. */
export interface Api {
  readonly operations: readonly DescribedOperation[];
  /** Follows references. */
  resolve<Target extends object>(target: Target | { readonly $ref: string }): Target;
  header(target: HeaderObject | { readonly $ref: string }): HeaderObject;
  /** What is wrong with a value; empty when it fits the schema. */
  complaints(schema: Schema, value: unknown): string[];
}

const document = 'https://document.test/openapi.json';

export function readApi(source: OpenApiDocument): Api {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  // Both exports exist: the package speaks CommonJS.
  (addFormats as unknown as { default: (instance: Ajv2020) => void }).default(ajv);
  for (const format of ['binary', 'cuid', 'cuid2', 'ulid', 'nanoid']) ajv.addFormat(format, true);
  ajv.addSchema({ ...source, $id: document });
  const validators = new WeakMap<Schema, ReturnType<typeof ajv.compile>>();
  const resolve = <Target extends object>(target: Target | { readonly $ref: string }): Target => {
    if (!('$ref' in target) || typeof target.$ref !== 'string') return target as Target;
    const { $ref: reference, ...beside } = target;
    return { ...resolve<Target>(follow(source, reference) as Target), ...beside };
  };
  return {
    operations: Object.entries(source.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => readOperation(method, path, operation, resolve)),
    ),
    resolve,
    header: (target) => resolve<HeaderObject>(target),
    complaints(schema, value) {
      const validate = validators.get(schema) ?? ajv.compile(absolute(schema));
      validators.set(schema, validate);
      if (validate(value)) return [];
      return (validate.errors ?? []).map(
        ({ instancePath, message }) => `${instancePath || '(whole)'} ${message}`,
      );
    },
  };
}

function follow(source: OpenApiDocument, reference: string): unknown {
  const names = reference.slice('#/'.length).split('/');
  return names.reduce<unknown>((part, name) => {
    const key = decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~');
    const next = part && typeof part === 'object' ? Reflect.get(part, key) : undefined;
    if (next === undefined) throw new Error(`${reference} leads nowhere`);
    return next;
  }, source);
}

/** References of a schema that stands alone point into the document. */
function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${document}#/`));
}

function readOperation(
  method: string,
  path: string,
  operation: OperationObject,
  resolve: Api['resolve'],
): DescribedOperation {
  const { operationId: id, tags, parameters = [], requestBody, responses, security } = operation;
  const role = security.flatMap((scheme) => Object.values(scheme).flat()).includes('admin')
    ? 'admin'
    : 'user';
  return {
    id,
    tag: tags[0] ?? '',
    method: method.toUpperCase(),
    path,
    parameters: parameters.map((parameter) => resolve<ParameterObject>(parameter)),
    bodies: Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => ({ type, schema })),
    bodyRequired: requestBody?.required ?? false,
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, response]) => [status, resolve<ResponseObject>(response)]),
    ),
    role: security.length === 0 ? 'anyone' : role,
  };
}
