/** Asks a service for JSON, with an end to its patience. */
import type { z } from 'zod';
import { NotVouched } from '../../../engine/auth/identity-provider.ts';

const patienceMs = 10_000;

/** @throws NotVouched when the service answers something else, or nothing */
export async function fetchJson<Schema extends z.ZodType>(
  address: string,
  schema: Schema,
  headers: Readonly<Record<string, string>> = {},
): Promise<z.infer<Schema>> {
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/json', 'user-agent': 'Portico', ...headers },
      signal: AbortSignal.timeout(patienceMs),
      redirect: 'error',
    });
    if (!response.ok) throw new Error(`It answered ${response.status}`);
    return schema.parse(await response.json());
  } catch (cause) {
    throw new NotVouched(`${new URL(address).host} did not answer as it should`, { cause });
  }
}
