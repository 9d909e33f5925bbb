/** What a client learns from answers: resources that exist, and what it once sent. */
import type { Api, DescribedOperation } from './api.ts';
import type { RequestValues } from './request.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The knowledge of one client. */
export interface Memory {
  /** Keeps what a successful call sent and what it answered. */
  learn(operation: DescribedOperation, sent: RequestValues, answer: unknown): void;
  /**
   * Fills parameters, and a version, from a resource that exists; a body without parameters from one sent before.
   * @param nth which of the resources, the newest first
   */
  recall(operation: DescribedOperation, values: RequestValues, nth: number): RequestValues;
}

export function createMemory(api: Api): Memory {
  const resources = new Map<string, Map<unknown, Fields>>();
  const sent = new Map<string, Fields>();
  return {
    learn({ tag }, { body }, answer) {
      const known = resources.get(tag) ?? new Map();
      resources.set(tag, known);
      for (const resource of identified(answer)) known.set(resource.id, resource);
      if (isFields(body)) sent.set(tag, { ...sent.get(tag), ...withoutFiles(body) });
    },
    recall(operation, values, nth) {
      const { tag, parameters } = operation;
      const known = [...(resources.get(tag)?.values() ?? [])].toReversed();
      const resource = known[nth % known.length];
      const named = parameters.filter(
        ({ in: place, name }) => place === 'path' && resource?.[name] !== undefined,
      );
      if (named.length === 0) return { ...values, body: mix(api, operation, values.body, sent.get(tag)) };
      const found = Object.fromEntries(named.map(({ name }) => [name, resource?.[name]]));
      const version = resource?.version === undefined ? {} : { version: resource.version };
      return {
        ...values,
        parameters: { ...values.parameters, ...found },
        body: mix(api, operation, values.body, version),
      };
    },
  };
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
