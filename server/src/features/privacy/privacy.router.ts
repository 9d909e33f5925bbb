import { CancelDeletion, Leaving } from '@portico/shared/privacy';
import { z } from 'zod';
import { FileOutput } from '../../engine/operations/outputs.ts';
import { fails, publicProcedure, recentlySignedIn, router } from '../../engine/procedure/procedure.ts';
import { cancelDeletion, exportData, requestDeletion } from './privacy.service.ts';

export const privacy = router({
  export: recentlySignedIn
    .meta({
      rest: 'GET /me/export',
      summary: 'Download everything that is kept about me',
      description:
        'A JSON file: account, devices, connections, events, posts, comments and the list of files.',
      limit: { calls: 60, seconds: 60 * 60 },
      timeoutMs: 60_000,
    })
    .output(FileOutput)
    .query(({ ctx }) => exportData(ctx)),
  requestDeletion: recentlySignedIn
    .concat(fails('last_admin'))
    .meta({
      rest: 'POST /me/deletion',
      summary: 'Delete my account',
      description:
        'Signs out everywhere at once. The account is deleted for good after fourteen days; until then its owner may keep it.',
      setsCookies: true,
    })
    .output(Leaving)
    .mutation(({ ctx }) => requestDeletion(ctx)),
  cancelDeletion: publicProcedure
    .concat(fails('invalid_credentials', 'second_factor_required', 'invalid_code'))
    .meta({
      rest: 'POST /deletion/cancellation',
      summary: 'Keep my account after all',
      description: 'Takes what a login takes, and signs nobody in.',
      limit: { calls: 30, seconds: 60 },
    })
    .input(CancelDeletion)
    .output(z.void())
    .mutation(({ ctx, input }) => cancelDeletion(ctx, input)),
});
