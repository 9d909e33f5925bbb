/** A world in which everything happened at one known millisecond. */
import type { Visit } from '../visit.ts';
import { rewrite } from './rewrite.ts';

/** 29 February, because it is there to be got wrong. */
const instant = '2024-02-29T12:34:56.789Z';

export async function fixedDates(visit: Visit): Promise<void> {
  await rewrite(visit, (object) => {
    const names = ['createdAt', 'updatedAt'].filter((name) => typeof object[name] === 'string');
    for (const name of names) object[name] = instant;
    return names.length > 0;
  });
}
