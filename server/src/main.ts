/** Where the process begins: modules are loaded quickly from here on, those of the server first of all. */
import { loadQuickly } from './load-quickly.ts';

loadQuickly();
await import('./process.ts');
