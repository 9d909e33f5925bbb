/** Nominal types → what the runtime makes of their JSON. */
import type { Codec, Fit } from '../../../src/rest/codec.ts';
import { mapRef } from '../../nominal/inline.ts';
import type { Declaration, NominalApi, Ref } from '../../nominal/nominal-api.ts';

/** Declarations by name, and which of them are not what their JSON is. */
interface Codecs {
  readonly byName: ReadonlyMap<string, Declaration>;
  readonly needed: ReadonlySet<string>;
}

/** The codecs of an API: of its named types, and of any type that it refers to; null where JSON stays as it is. */
export function createCodecs(api: NominalApi) {
  const byName = new Map(api.declarations.map((declaration) => [declaration.name, declaration]));
  const codecs: Codecs = { byName, needed: neededNames(api.declarations) };
  const answered = api.declarations.filter(({ name, output }) => output && codecs.needed.has(name));
  return {
    types: Object.fromEntries(
      answered.flatMap((declaration) => {
        const codec = declarationCodec(declaration, codecs);
        return codec ? [[declaration.name, codec] as const] : [];
      }),
    ),
    of: (ref: Ref) => codecOf(ref, codecs),
  };
}

const converted: ReadonlySet<string> = new Set(['date', 'bigint', 'url']);

/** The names whose JSON must be converted, themselves or through what they hold. */
function neededNames(declarations: readonly Declaration[]): ReadonlySet<string> {
  const holders = new Map<string, string[]>();
  const waiting: string[] = [];
  for (const declaration of declarations) {
    for (const part of parts(declaration)) {
      if (part.kind === 'named')
        holders.set(part.name, [...(holders.get(part.name) ?? []), declaration.name]);
      else if (isConverted(part)) waiting.push(declaration.name);
    }
  }
  const needed = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (needed.has(name)) continue;
    needed.add(name);
    waiting.push(...(holders.get(name) ?? []));
  }
  return needed;
}

function isConverted(ref: Ref): boolean {
  return ref.kind === 'set' || ref.kind === 'map' || (ref.kind === 'scalar' && converted.has(ref.name));
}

/** Every reference in a declaration, at any depth. */
function parts(declaration: Declaration): Ref[] {
  const all: Ref[] = [];
  const visit = (ref: Ref): Ref => {
    all.push(ref);
    return mapRef(ref, visit);
  };
  if (declaration.kind === 'object') {
    for (const { type } of declaration.fields) visit(type);
    if (declaration.rest) visit(declaration.rest);
  }
  if (declaration.kind === 'union') for (const { type } of declaration.variants) visit(type);
  return all;
}

function declarationCodec(declaration: Declaration, codecs: Codecs): Codec | null {
  if (declaration.kind === 'object') {
    const { fields, rest } = declaration;
    const object = Object.fromEntries(
      fields.flatMap(({ name, type }) => {
        const codec = codecOf(type, codecs);
        return codec ? [[name, codec] as const] : [];
      }),
    );
    const others = rest && codecOf(rest, codecs);
    return { object, ...(others && { rest: others }) };
  }
  if (declaration.kind === 'enum') return null;
  const { discriminator, variants } = declaration;
  if (discriminator === null) {
    return { choice: variants.map(({ type }) => [fitOf(type, codecs), codecOf(type, codecs)] as const) };
  }
  const tagged = variants.flatMap(({ values, type }) => {
    const codec = codecOf(type, codecs);
    return codec ? values.map((value) => [String(value), codec] as const) : [];
  });
  return { tag: discriminator, variants: Object.fromEntries(tagged) };
}

function codecOf(ref: Ref, codecs: Codecs): Codec | null {
  switch (ref.kind) {
    case 'scalar':
      return converted.has(ref.name) ? ref.name : null;
    case 'named':
      return codecs.needed.has(ref.name) ? ref.name : null;
    case 'nullable':
      return codecOf(ref.type, codecs);
    case 'list': {
      const list = codecOf(ref.item, codecs);
      return list && { list };
    }
    case 'set':
      return { set: codecOf(ref.item, codecs) };
    case 'map':
      return { map: [codecOf(ref.key, codecs), codecOf(ref.value, codecs)] };
    case 'record': {
      const record = codecOf(ref.value, codecs);
      return record && { record };
    }
    case 'tuple': {
      const tuple = ref.items.map((item) => codecOf(item, codecs));
      const rest = ref.rest && codecOf(ref.rest, codecs);
      return tuple.some(Boolean) || rest ? { tuple, ...(rest && { rest }) } : null;
    }
    case 'json':
      return null;
  }
}

/** When JSON is of a branch that nothing else tells. */
function fitOf(ref: Ref, codecs: Codecs): Fit {
  switch (ref.kind) {
    case 'scalar':
      return scalarFits[ref.name] ?? 'string';
    case 'nullable':
      return fitOf(ref.type, codecs);
    case 'named': {
      const declaration = codecs.byName.get(ref.name);
      if (declaration?.kind === 'enum') return declaration.base === 'string' ? 'string' : 'number';
      if (declaration?.kind !== 'object') return 'object';
      return { has: declaration.fields.filter(({ required }) => required).map(({ name }) => name) };
    }
    case 'record':
      return 'object';
    case 'json':
      return 'object';
    default:
      return 'array';
  }
}

const scalarFits: Readonly<Record<string, Fit>> = {
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  bigint: 'bigint',
  url: 'url',
};
