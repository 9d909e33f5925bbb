/** `node server/src/describe.ts`: writes the description of the API; `pnpm dev` runs it before the server, in its process. */
import { writeDescription } from './description.ts';

await writeDescription();
process.send?.('described');
