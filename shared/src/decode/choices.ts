/** Decodes values whose schema leaves a choice. */
import {
  type $ZodDiscriminatedUnion,
  type $ZodDiscriminatedUnionDef,
  type $ZodIntersectionDef,
  type $ZodNullableDef,
  type $ZodType,
  type $ZodUnionDef,
  getDiscriminatedOption,
} from 'zod/v4/core';
import { type Compiler, countIssues, type Decode, isPlainObject } from './decoder.ts';
import { textToBoolean, textToNumber } from './text.ts';

/** Tries the branches in order; where none fits, the one with the fewest complaints decodes. */
export function decodeUnion(schema: $ZodType, def: $ZodUnionDef, compiler: Compiler): Decode {
  const claim = isDiscriminated(def) ? claimant(schema as $ZodDiscriminatedUnion, def, compiler) : () => {};
  return (value, depth) => {
    const claimed = claim(value);
    if (claimed) return compiler.compile(claimed)(value, depth);
    let best = { value, issues: Number.POSITIVE_INFINITY };
    for (const option of def.options) {
      const decoded = compiler.compile(option)(value, depth);
      const issues = countIssues(option, decoded);
      if (issues < best.issues) best = { value: decoded, issues };
      if (issues === 0) break;
    }
    return best.value;
  };
}

function isDiscriminated(def: $ZodUnionDef): def is $ZodDiscriminatedUnionDef {
  return 'discriminator' in def;
}

/** Finds the branch that the discriminator names. */
function claimant(
  schema: $ZodDiscriminatedUnion,
  { discriminator }: $ZodDiscriminatedUnionDef,
  { mode }: Compiler,
): (value: unknown) => $ZodType | undefined {
  return (value) => {
    const tag = isPlainObject(value) ? value[discriminator] : undefined;
    if (tag === undefined) return undefined;
    const spellings = mode === 'text' && typeof tag === 'string' ? readings(tag) : [tag];
    return spellings.map((spelling) => optionOf(schema, spelling)).find((option) => option !== undefined);
  };
}

function readings(text: string): readonly unknown[] {
  return [text, textToNumber(text), textToBoolean(text)];
}

function optionOf(schema: $ZodDiscriminatedUnion, tag: unknown): $ZodType | undefined {
  return getDiscriminatedOption(schema, tag as never) as $ZodType | undefined;
}

/** In text, the empty text and `null` are null where the schema would refuse them otherwise. */
export function decodeNullable({ innerType }: $ZodNullableDef, { mode, compile }: Compiler): Decode {
  const decode = compile(innerType);
  if (mode === 'json') return decode;
  return (value, depth) => {
    const isNull = (value === '' || value === 'null') && countIssues(innerType, value) > 0;
    return isNull ? null : decode(value, depth);
  };
}

/** A preprocessing function gets the value as it came if the schema then takes it, and decoded if not. */
export function decodePreprocessed(schema: $ZodType, target: $ZodType, { compile }: Compiler): Decode {
  const decode = compile(target);
  return (value, depth) => (countIssues(schema, value) === 0 ? value : decode(value, depth));
}

/** Both sides decode; each property is taken from the side that knows it. */
export function decodeIntersection({ left, right }: $ZodIntersectionDef, { compile }: Compiler): Decode {
  const decodeLeft = compile(left);
  const decodeRight = compile(right);
  return (value, depth) => merge(value, decodeLeft(value, depth), decodeRight(value, depth));
}

function merge(raw: unknown, left: unknown, right: unknown): unknown {
  if (Object.is(left, raw)) return right;
  if (!isPlainObject(raw) || !isPlainObject(left) || !isPlainObject(right)) return left;
  return Object.fromEntries(Object.keys(raw).map((key) => [key, merge(raw[key], left[key], right[key])]));
}
