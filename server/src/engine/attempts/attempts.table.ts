import { index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Attempts that all processes count together; the columns are those that rate-limiter-flexible writes. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text('key').primaryKey(),
    points: integer('points').notNull().default(0),
    expire: timestamp('expire', { withTimezone: true, precision: 3 }),
  },
  (table) => [index('rate_limits_expire_idx').on(table.expire)],
);
