/** A server newer than the client: what is not found fails with a code that the client never heard of. */
import type { Visit } from '../visit.ts';
import { rewrite } from './rewrite.ts';

export async function unknownCode(visit: Visit): Promise<void> {
  await rewrite(visit, (object) => {
    if (object.code !== 'not_found') return false;
    object.code = 'vanished';
    return true;
  });
}
