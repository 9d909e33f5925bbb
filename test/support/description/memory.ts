/** What a client learns from answers: resources that exist, what it once sent and what it was given. */
import type { Api, DescribedOperation } from './api.ts';
import type { RequestValues } from './request.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The knowledge of one client. */
export interface Memory {
  /** Keeps what a successful call sent and what it answered. */
  learn(operation: DescribedOperation, sent: RequestValues, answer: unknown): void;
  /**
   * Fills parameters, and a version, from resources that exist, others each time, and from those that it made itself where
   * something is to be changed; a body without parameters from one
   * sent before, and from what was answered.
   */
  recall(operation: DescribedOperation, values: RequestValues): RequestValues;
}

export function createMemory(api: Api): Memory {
  const resources = new Map<string, Map<unknown, Fields>>();
  const made = new Map<string, Set<unknown>>();
  const sent = new Map<string, Fields>();
  let turn = 0;
  const resourceFor = (operation: DescribedOperation, parameter: string): Fields => {
    const collection = collectionOf(operation, parameter);
    const name = resources.has(collection) ? collection : operation.tag;
    const all = [...(resources.get(name)?.values() ?? [])];
    const own = operation.method === 'GET' ? [] : all.filter(({ id }) => made.get(name)?.has(id));
    const known = own.length > 0 ? own : all;
    return known[turn % known.length] ?? {};
  };
  return {
    learn({ tag, method }, { body }, answer) {
      const known = resources.get(tag) ?? new Map();
      resources.set(tag, known);
      for (const resource of identified(answer)) known.set(resource.id, resource);
      if (method === 'POST') {
        const ids = identified(answer).map(({ id }) => id);
        made.set(tag, new Set([...(made.get(tag) ?? []), ...ids]));
      }
      const given = isFields(answer) ? answer : {};
      if (isFields(body)) sent.set(tag, { ...sent.get(tag), ...withoutFiles(body), ...given });
    },
    recall(operation, values) {
      turn += 1;
      const placed = operation.parameters.filter(({ in: place }) => place === 'path');
      if (placed.length === 0)
        return { ...values, body: mix(api, operation, values.body, sent.get(operation.tag)) };
      const found = placed.map(({ name }) => ({ name, resource: resourceFor(operation, name) }));
      const filled = found.flatMap(({ name, resource }) => {
        const value = resource[name] ?? (name.endsWith('Id') ? resource.id : undefined);
        return value === undefined ? [] : [[name, value]];
      });
      const version = found.map(({ resource }) => resource.version).find((one) => one !== undefined);
      return {
        ...values,
        parameters: { ...values.parameters, ...Object.fromEntries(filled) },
        body: mix(api, operation, values.body, version === undefined ? {} : { version }),
      };
    },
  };
}

/** What stands before a parameter names the resources that it chooses from: `/posts/{postId}`. */
function collectionOf({ path }: DescribedOperation, parameter: string): string {
  const segments = path.split('/');
  return segments[segments.indexOf(`{${parameter}}`) - 1] ?? '';
}

/** Objects with an id: the answer itself, or the items of a list. */
function identified(answer: unknown): Fields[] {
  if (!isFields(answer)) return [];
  if (Array.isArray(answer.items)) return answer.items.flatMap(identified);
  return 'id' in answer ? [answer] : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutFiles(body: Fields): Fields {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => !(value instanceof File)));
}

/** A body with those of the known fields that its schema has. */
function mix(api: Api, { bodies }: DescribedOperation, body: unknown, known: Fields = {}): unknown {
  const [first] = bodies;
  if (!first || !isFields(body)) return body;
  const { properties = {} } = api.resolve(first.schema);
  return { ...body, ...Object.fromEntries(Object.entries(known).filter(([name]) => name in properties)) };
}
