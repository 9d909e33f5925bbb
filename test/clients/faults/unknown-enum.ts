/** A server newer than the client: posts have a status and a field that the client never heard of. */
import type { Visit } from '../visit.ts';
import { rewrite } from './rewrite.ts';

export async function unknownEnum(visit: Visit): Promise<void> {
  await rewrite(visit, (object) => {
    if (object.status !== 'draft' && object.status !== 'published') return false;
    object.status = 'archived';
    object.pinnedBy = { name: 'somebody' };
    return true;
  });
}
