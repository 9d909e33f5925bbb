import { FileContent, FileId, maxUploadBytes, StoredFile, uploadFields } from '@portico/shared/files';
import { form } from '@portico/shared/form';
import { PageInput, page } from '@portico/shared/paging';
import { z } from 'zod';
import { FileOutput } from '../../engine/operations/outputs.ts';
import { fails, publicProcedure, router, signedIn } from '../../engine/procedure/procedure.ts';
import { openContent, openThumbnail } from './download.ts';
import { deleteFile, getFile, listMyFiles } from './files.service.ts';
import { uploadFile } from './upload.ts';

const UploadForm = form(z.object({ file: z.file().max(maxUploadBytes), ...uploadFields }));

/** Room for the other fields of the form, in bytes. */
const formOverhead = 64 * 1024;

export const files = router({
  upload: signedIn
    .meta({
      scopes: ['files:write'],
      rest: 'POST /files',
      created: '/files/{id}',
      summary: 'Upload a file',
      description: 'The content must be what its type says. Pictures get a thumbnail.',
      limit: { calls: 60, seconds: 60 },
      maxBytes: maxUploadBytes + formOverhead,
      timeoutMs: 120_000,
    })
    .input(UploadForm)
    .output(StoredFile)
    .mutation(({ ctx, input }) => uploadFile(ctx.db, ctx.storage, ctx.user.id, input)),
  mine: signedIn
    .meta({ scopes: ['files:read'], rest: 'GET /files', summary: 'List my files, newest first' })
    .input(PageInput)
    .output(page(StoredFile))
    .query(({ ctx, input }) => listMyFiles(ctx.db, ctx.user.id, input)),
  get: publicProcedure
    .concat(fails('not_found'))
    .meta({ scopes: ['files:read'], rest: 'GET /files/{id}', summary: 'Read what is known of a file' })
    .input(FileId)
    .output(StoredFile)
    .query(({ ctx, input }) => getFile(ctx.db, ctx.user, input.id)),
  content: publicProcedure
    .concat(fails('not_found'))
    .meta({
      scopes: ['files:read'],
      rest: 'GET /files/{id}/content',
      summary: 'Download a file',
      description:
        'Serves ranges. Pictures, audio and video are shown by browsers, everything else is saved.',
    })
    .input(FileContent)
    .output(FileOutput)
    .query(({ ctx, input }) => openContent(ctx.db, ctx.storage, ctx.user, input)),
  thumbnail: publicProcedure
    .concat(fails('not_found'))
    .meta({
      scopes: ['files:read'],
      rest: 'GET /files/{id}/thumbnail',
      summary: 'Download the thumbnail of a picture',
      description: 'A WebP, 480 pixels at its longer side.',
    })
    .input(FileId)
    .output(FileOutput)
    .query(({ ctx, input }) => openThumbnail(ctx.db, ctx.storage, ctx.user, input.id)),
  delete: signedIn
    .concat(fails('not_found'))
    .meta({ scopes: ['files:write'], rest: 'DELETE /files/{id}', summary: 'Delete a file of mine' })
    .input(FileId)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteFile(ctx.db, ctx.storage, ctx.user, input.id)),
});
