/** Inputs that carry files: they come as a form through both doors, and as FormData from a client. */
import { z } from 'zod';
import type { $ZodType, $ZodTypes } from 'zod/v4/core';
import { decodeFields } from './decode/decode.ts';
import { DecodeError } from './decode/decode-error.ts';

/** The preprocessing halves of the schemas that `form` made; they survive `.meta()` and `.describe()`. */
const marks = new WeakSet<$ZodType>();

/**
 * An object input that may hold files. It takes the object itself or FormData, whose text fields are decoded
 * by the object's schema: `price[amount]=1`, `tag=a&tag=b`.
 * @example form(z.object({ title: z.string(), picture: z.file() }))
 */
export function form<Fields extends z.ZodObject>(
  fields: Fields,
): z.ZodPreprocess<Fields, z.input<Fields> | FormData> {
  const schema = z.preprocess(
    (value: z.input<Fields> | FormData, ctx) =>
      value instanceof FormData ? decode(fields, value, ctx) : value,
    fields,
  );
  marks.add(schema._zod.def.in);
  return schema;
}

function decode(fields: z.ZodObject, value: FormData, ctx: z.RefinementCtx): unknown {
  try {
    return decodeFields(fields, value.entries());
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    ctx.addIssue({ code: 'custom', message: error.message, path: [...error.path] });
    return z.NEVER;
  }
}

/** The object inside a schema made by {@link form}; undefined for any other. */
export function formFields(schema: $ZodType): $ZodType | undefined {
  const { def } = (schema as $ZodTypes)._zod;
  return def.type === 'pipe' && marks.has(def.in) ? def.out : undefined;
}

/** Whether a schema was made by {@link form}: its body is a form. */
export function isForm(schema: $ZodType): boolean {
  return formFields(schema) !== undefined;
}
