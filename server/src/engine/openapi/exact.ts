/** What TypeScript knows of a schema beyond JSON Schema, for the generated declaration of the RPC client. */
import { isForm } from '@portico/shared/form';
import type { $ZodType, $ZodTypes } from 'zod/v4/core';
import type { Schema, Side } from './schema.ts';

/** The marks of one schema. @param child converts a part of it */
export function exactMarks(type: $ZodTypes, side: Side, child: (type: $ZodType) => Schema): Schema {
  const { def } = type._zod;
  switch (def.type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'date':
      return side === 'input' && 'coerce' in def && def.coerce ? { 'x-coerced': true } : {};
    case 'pipe': {
      const isPreprocessed = def.in._zod.def.type === 'transform' && !isForm(type);
      return side === 'input' && isPreprocessed ? { 'x-coerced': true } : {};
    }
    case 'template_literal':
      return {
        'x-template': def.parts.map((part) =>
          typeof part === 'object' && part !== null ? child(part) : String(part ?? ''),
        ),
      };
    default:
      return {};
  }
}
