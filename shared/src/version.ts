import { z } from 'zod';

/** Counts the changes of a resource, from 1; the upper end is what the database can hold. */
export const Version = z
  .int()
  .min(1)
  .max(2 ** 31 - 1);
