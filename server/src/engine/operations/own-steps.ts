/** tRPC's own middlewares, which parse input and output, without the detours of its compiled form; the same steps otherwise. */
import { TRPCError } from '@trpc/server';
import { getParseFn } from '@trpc/server/unstable-core-do-not-import';
import { namesInherited, withoutInherited } from './own-properties.ts';

/** What a middleware gets. */
export interface Step {
  readonly ctx: unknown;
  readonly input: unknown;
  readonly getRawInput: () => Promise<unknown>;
  readonly path: string;
  readonly type: string;
  readonly signal: AbortSignal | undefined;
  readonly batchIndex: number;
  readonly meta: unknown;
  readonly next: (changes?: Changes) => Promise<Ended>;
}

/** What a middleware may change for the next. */
export interface Changes {
  readonly ctx?: object;
  readonly input?: unknown;
  readonly getRawInput?: () => Promise<unknown>;
}

export type Ended =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly error: TRPCError };

export type Middleware = (step: Step) => Promise<Ended>;

type Parse = (value: unknown) => unknown;

/** @param def the procedure's definition: its parsers stand there in the order of their middlewares */
export function withoutDetours(chain: readonly Middleware[], def: object): readonly Middleware[] {
  const inputs = 'inputs' in def && Array.isArray(def.inputs) ? def.inputs : [];
  const outputs = 'output' in def && def.output !== undefined ? [def.output] : [];
  return replace(replace(chain, 'input', inputs, inputStep), 'output', outputs, outputStep);
}

/** Leaves the chain as it is where parsers and middlewares do not belong together one by one. */
function replace(
  chain: readonly Middleware[],
  kind: string,
  parsers: readonly unknown[],
  make: (parse: Parse, parser: unknown) => Middleware,
): readonly Middleware[] {
  const isOfKind = (middleware: Middleware) => '_type' in middleware && middleware._type === kind;
  if (chain.filter(isOfKind).length !== parsers.length) return chain;
  let place = 0;
  return chain.map((middleware) => {
    if (!isOfKind(middleware)) return middleware;
    const parser = parsers[place++] as Parameters<typeof getParseFn>[0];
    return make(getParseFn(parser), parser);
  });
}

function inputStep(parseAll: Parse, parser: unknown): Middleware {
  const parse = ownOnly(parseAll, parser);
  return async ({ input, getRawInput, next }) => {
    const raw = await getRawInput();
    let parsed: unknown;
    try {
      parsed = parse(raw);
      if (parsed instanceof Promise) parsed = await parsed;
    } catch (cause) {
      throw new TRPCError({ code: 'BAD_REQUEST', cause });
    }
    return next({ input: isObject(input) && isObject(parsed) ? { ...input, ...parsed } : parsed });
  };
}

function outputStep(parseAll: Parse, parser: unknown): Middleware {
  const parse = ownOnly(parseAll, parser);
  return async ({ next }) => {
    const result = await next();
    if (!result.ok) return result;
    try {
      let data = parse(result.data);
      if (data instanceof Promise) data = await data;
      return { ...result, data };
    } catch (cause) {
      throw new TRPCError({ message: 'Output validation failed', code: 'INTERNAL_SERVER_ERROR', cause });
    }
  };
}

function ownOnly(parse: Parse, parser: unknown): Parse {
  return namesInherited(parser) ? (value) => parse(withoutInherited(value)) : parse;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
