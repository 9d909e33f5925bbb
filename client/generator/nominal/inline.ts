/** Writes what stands for an alias where it is used. */
import type { Draft } from './declare.ts';
import type { Ref } from './nominal-api.ts';

/** Types by the names that stand for them. */
export type Aliases = ReadonlyMap<string, Ref>;

/** A reference without aliases; one that holds itself and nothing else cannot be written, so it is JSON. */
export function inlineRef(ref: Ref, aliases: Aliases, within: ReadonlySet<string> = new Set()): Ref {
  if (ref.kind === 'named') {
    const target = aliases.get(ref.name);
    if (!target) return ref;
    if (within.has(ref.name)) return { kind: 'json' };
    return inlineRef(target, aliases, new Set([...within, ref.name]));
  }
  return mapRef(ref, (part) => inlineRef(part, aliases, within));
}

/** A reference with other parts, one level down. */
export function mapRef(ref: Ref, change: (part: Ref) => Ref): Ref {
  switch (ref.kind) {
    case 'list':
    case 'set':
      return { kind: ref.kind, item: change(ref.item) };
    case 'map':
    case 'record':
      return { kind: ref.kind, key: change(ref.key), value: change(ref.value) };
    case 'tuple':
      return { ...ref, items: ref.items.map(change), ...(ref.rest && { rest: change(ref.rest) }) };
    case 'nullable': {
      const type = change(ref.type);
      return type.kind === 'nullable' ? type : { kind: 'nullable', type };
    }
    default:
      return ref;
  }
}

/** A declaration with other references. */
export function mapDraft<Each extends Draft>(draft: Each, change: (part: Ref) => Ref): Each {
  switch (draft.kind) {
    case 'object': {
      const fields = draft.fields.map((field) => ({ ...field, type: change(field.type) }));
      return { ...draft, fields, ...(draft.rest && { rest: change(draft.rest) }) };
    }
    case 'union':
      return {
        ...draft,
        variants: draft.variants.map((variant) => ({ ...variant, type: change(variant.type) })),
      };
    default:
      return draft;
  }
}
