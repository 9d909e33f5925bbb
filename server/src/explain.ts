/** `pnpm explain posts.update`: explains one operation; without a name, lists all. */
import { loadConfig } from './config.ts';
import { openApiDocument } from './engine/openapi/document.ts';
import { closest } from './engine/operations/closest.ts';
import { describe } from './engine/operations/describe.ts';
import { explain } from './explain/explain.ts';
import { listing } from './explain/listing.ts';
import { appRouter } from './router.ts';

const operations = await describe(appRouter);
const ids = operations.map(({ id }) => id);
const [, , asked] = process.argv;
const operation = operations.find(({ id }) => id === asked);

if (asked === undefined) {
  process.stdout.write(`\n${listing(operations)}\n\n`);
} else if (operation) {
  process.stdout.write(explain(operation, openApiDocument(operations), loadConfig().publicOrigin));
} else {
  const meant = closest(asked, ids);
  process.stderr.write(`There is no operation "${asked}".${meant ? ` Did you mean ${meant}?` : ''}\n`);
  process.exitCode = 1;
}
