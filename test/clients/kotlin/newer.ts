/** This API as it may be some day: with more of everything, and nothing taken away. */
import { type ApiDocument, parseDocument, type Schema } from '../../../client/generator/document.ts';
import { describeApi } from '../../../server/src/description.ts';

/** A document of this API with new fields, options, enum values, variants and codes. */
export async function newerDocument(): Promise<ApiDocument> {
  const files = await describeApi();
  const document = parseDocument(files['openapi.json'] ?? '');
  const { schemas } = document.components;
  const procedures = Object.entries(document['x-rpc'].procedures).map(([id, procedure]) => [
    id,
    { ...procedure, ...(procedure.input && { input: grown(procedure.input, 'newOption') }) },
  ]);
  const union = schemas.CommentEvent;
  return {
    ...document,
    components: {
      schemas: {
        ...Object.fromEntries(
          Object.entries(schemas).map(([name, schema]) => [name, grown(schema, 'newField')]),
        ),
        CommentEvent: {
          ...union,
          oneOf: [...(union?.oneOf ?? []), { $ref: '#/components/schemas/CommentPinned' }],
        },
        CommentPinned: {
          type: 'object',
          properties: { type: { type: 'string', const: 'pinned' }, commentId: { type: 'string' } },
          required: ['type', 'commentId'],
        },
        NewProblem: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { type: 'object', properties: { code: { const: 'brand_new' }, status: { const: 418 } } },
          ],
          description: 'It is new',
        },
      },
    },
    'x-rpc': { ...document['x-rpc'], procedures: Object.fromEntries(procedures) },
  };
}

/** An object with another optional property, an enum with another value; whatever else as it is. */
function grown(schema: Schema, property: string): Schema {
  if (schema.enum?.every((value) => typeof value === 'string')) {
    return { ...schema, enum: [...schema.enum, 'brand-new'] };
  }
  if (!schema.properties) return schema;
  return { ...schema, properties: { ...schema.properties, [property]: { type: 'string' } } };
}
