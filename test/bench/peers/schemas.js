/** The schemas as the peers' own Zod builds them. */
import { z } from 'zod';
import { createSchemas } from '../subject/schemas.ts';

export const schemas = createSchemas(z);
