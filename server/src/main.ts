/** Where the process begins: modules are loaded quickly from here on, those of the server first of all. */
import { readEnvironment } from './config/environment.ts';
import { loadQuickly } from './load-quickly.ts';

// Libraries, too, ask in the environment whether this is production, and know nothing of `.env`.
const { NODE_ENV } = readEnvironment();
if (NODE_ENV !== undefined) process.env.NODE_ENV = NODE_ENV;

loadQuickly();
await import('./process.ts');
