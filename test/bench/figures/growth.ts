/** How a list's time grows with its table: pages of the app's own list of posts, by keyset. */
import { connect, type Db } from '../../../server/src/db/connect.ts';
import { encodeCursor } from '../../../server/src/engine/paging/keyset.ts';
import { listPosts } from '../../../server/src/features/posts/post-lists.ts';
import { startDatabase } from '../database.ts';
import { median, round, shuffle } from '../statistics.ts';
import { fillPosts } from './fill-posts.ts';

export interface GrowthFigure {
  readonly rows: number;
  /** Milliseconds for twenty posts, the round trip to the database included. */
  readonly firstPageMs: number;
  readonly middlePageMs: number;
  readonly lastPageMs: number;
  /** The slowest of the three as a multiple of the same page's time in the smallest table. */
  readonly ratioToSmallest: number;
}

const limit = 20;

/** Which pages are measured, by the number of the post before them; many in the middle. */
const pages = {
  first: () => [undefined],
  middle: (rows: number) =>
    Array.from({ length: 50 }, (_, number) => Math.floor(rows * (0.25 + number / 100))),
  last: () => [limit + 1],
} satisfies Record<string, (rows: number) => (number | undefined)[]>;

type Page = keyof typeof pages;
const pageNames = Object.keys(pages) as Page[];

/** A table of one size, and the times of each round. */
interface Table {
  readonly rows: number;
  readonly db: Db;
  readonly times: Record<Page, number[]>;
}

/**
 * Measures tables of several sizes in turn, so that whatever slows the machine slows them all.
 * @param sizes of the tables, growing
 * @param progress told what comes next
 */
export async function measureGrowth(
  sizes: readonly number[],
  progress: (step: string) => void,
): Promise<GrowthFigure[]> {
  await using database = await startDatabase();
  await using pools = new AsyncDisposableStack();
  const tables: Table[] = [];
  for (const rows of sizes) {
    progress(`a list of ${rows}`);
    const url = await database.create(`posts_${rows}`);
    await fillPosts(url, rows);
    const { db, close } = connect(url, { poolSize: 1 });
    pools.defer(close);
    tables.push({ rows, db, times: { first: [], middle: [], last: [] } });
  }
  for (let number = 0; number < 30; number += 1) {
    for (const { rows, db, times } of shuffle(tables)) {
      for (const page of pageNames) {
        const time = await timeOf(db, pages[page](rows));
        // The first rounds warm up.
        if (number > 1) times[page].push(time);
      }
    }
  }
  return tables.map((table) => figureOf(table, tables[0] ?? table));
}

/** The middle of a hundred calls, over the pages in turn. */
async function timeOf(db: Db, starts: readonly (number | undefined)[]): Promise<number> {
  const cursors = starts.map((number) => (number === undefined ? undefined : cursorBehind(number)));
  const times: number[] = [];
  for (let number = 0; number < 100; number += 1) {
    const cursor = cursors[number % cursors.length];
    const start = performance.now();
    await listPosts(db, { limit, cursor });
    times.push(performance.now() - start);
  }
  return median(times);
}

/** The cursor behind the post of this number: posts are numbered by the second of their publication. */
function cursorBehind(number: number): string {
  const at = new Date(Date.UTC(2020, 0, 1) + number * 1000);
  return encodeCursor({ at, id: '00000000-0000-0000-0000-000000000000' });
}

function figureOf({ rows, times }: Table, smallest: Table): GrowthFigure {
  const of = (page: Page) => round(median(times[page]), 2);
  const ratios = pageNames.map((page) =>
    median(times[page].map((time, index) => time / (smallest.times[page][index] ?? Number.NaN))),
  );
  return {
    rows,
    firstPageMs: of('first'),
    middlePageMs: of('middle'),
    lastPageMs: of('last'),
    ratioToSmallest: round(Math.max(...ratios), 2),
  };
}
