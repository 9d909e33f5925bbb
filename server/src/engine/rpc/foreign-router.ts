/** Serves routers of another root as they are, but for their bugs: nobody hears of those but the log. */
import type { AnyTRPCRouter } from '@trpc/server';
import { classify } from '../errors/classify.ts';
import { formatError } from '../procedure/trpc.ts';

/** The router with its own error shapes, except for what is no expected failure: tRPC would send its message. */
export function withoutLeaks(router: AnyTRPCRouter): AnyTRPCRouter {
  const { _config: config } = router._def;
  const errorFormatter: typeof config.errorFormatter = (failed) =>
    classify(failed.error).bug
      ? formatError(failed.error, failed.path, undefined)
      : config.errorFormatter(failed);
  return { ...router, _def: { ...router._def, _config: { ...config, errorFormatter } } };
}
