/** What `pnpm dev` restarts at each save: describes the API for the client's generator, then serves it. */
import { writeDescription } from './describe.ts';

await writeDescription();
process.send?.('described');
await import('./main.ts');
