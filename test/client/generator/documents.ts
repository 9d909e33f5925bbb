/** Documents to generate from. */
import { z } from 'zod';
import { type ApiDocument, parseDocument } from '../../../client/generator/document.ts';
import type { Api } from '../../../client/generator/ir.ts';
import { readApi } from '../../../client/generator/read-api.ts';
import { describeApi } from '../../../server/src/description.ts';
import { openApiDocument } from '../../../server/src/engine/openapi/document.ts';
import { describe } from '../../../server/src/engine/operations/describe.ts';
import { publicProcedure, router } from '../../../server/src/engine/procedure/procedure.ts';
import { gallery } from '../../engine/gallery/gallery.ts';

/** The document of a router, as a client's author gets it. */
export async function documentOf(source: Parameters<typeof describe>[0]): Promise<ApiDocument> {
  return parseDocument(JSON.stringify(openApiDocument(await describe(source))));
}

/** This API. */
export async function ownApi(): Promise<Api> {
  const files = await describeApi();
  return readApi(parseDocument(files['openapi.json'] ?? ''));
}

/** Every odd but legal operation. */
export async function galleryApi(): Promise<Api> {
  return readApi(await documentOf(gallery));
}

/** An API of one operation `things.get`, which answers what a schema says. */
export async function answering(output: z.ZodType): Promise<Api> {
  const get = publicProcedure
    .meta({ rest: 'GET /things', summary: 'Read' })
    .output(output)
    .query(() => undefined as never);
  return readApi(await documentOf(router({ things: router({ get }) })));
}

/** An API of one operation `things.make`, which takes what a schema says. */
export async function taking(shape: z.ZodRawShape): Promise<Api> {
  const make = publicProcedure
    .meta({ rest: 'POST /things', summary: 'Make' })
    .input(z.object(shape))
    .output(z.void())
    .mutation(() => {});
  return readApi(await documentOf(router({ things: router({ make }) })));
}
