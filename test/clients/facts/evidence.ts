/** Finds what passed. */
import { type Call, type Exchange, isCall } from '../exchange.ts';
import type { Evidence } from '../facts.ts';

/** @throws Error with the sentence, unless it holds */
export function must(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Error(sentence);
}

/** The requests that called an operation under a fault. */
export function calls({ exchanges }: Evidence, fault: string, call: Call): Exchange[] {
  return exchanges.filter((exchange) => exchange.fault === fault && isCall(exchange, call));
}

/** What the server answered, in a form that says the order of attempts: `503 503 201`. */
export function statuses(exchanges: readonly Exchange[]): string {
  return exchanges.map(({ status }) => status ?? 'none').join(' ');
}

export const isSuccess = ({ status = 0 }: Exchange): boolean => status >= 200 && status < 300;
