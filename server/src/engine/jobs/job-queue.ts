/** Runs jobs in this process, whoever enqueued them: at least once each, and a bounded number at a time. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Job, type JobResult, PgBoss } from 'pg-boss';
import type { BaseLogger } from 'pino';
import type { Sql } from 'postgres';
import { fail } from '../errors/failure.ts';
import { isUnavailable } from '../errors/unavailable.ts';
import { poolForBoss, schema, serviceForBoss } from './boss-database.ts';
import { Hopeless, type JobKind, type JobRun, type Jobs } from './jobs.ts';

/** The jobs of a process: what is asked for, and what does it. */
export interface JobQueue extends Jobs {
  /** Says what does a kind of work, before the start. It may run twice for one job, and must bear it. */
  handle<Payload>(kind: JobKind<Payload>, run: (payload: Payload, run: JobRun) => Promise<void>): void;
  /** Starts to work. A database that is away does not stop it: it is asked again until it answers. */
  start(): Promise<void>;
  /** Takes nothing more, and gives what runs a few seconds to end; what does not is tried again by somebody else. */
  stop(): Promise<void>;
}

export interface JobQueueOptions {
  readonly sql: Sql;
  readonly log: Pick<BaseLogger, 'debug' | 'info' | 'warn' | 'error'>;
}

/** Jobs of one kind that a process runs at once: so many loops take so many at a time. */
const loops = 2;
const atOnce = 5;

/** Seconds between looks for work that no notification announces: what is to be tried again. */
const lookSeconds = 5;

/** Seconds without a sign of life after which a run counts as cut off, and between looks for such runs. */
const heartbeatSeconds = 15;

/** Seconds for which a job is kept that is done, that has failed for good, or that nobody has taken. */
const kept = { done: 24 * 60 * 60, waiting: 14 * 24 * 60 * 60 };

/** Seconds that running work gets when the process ends. */
const graceSeconds = 5;

/** Milliseconds between attempts to start while the database is away. */
const startAgain = 1_000;

/** What pg-boss keeps of a job: it wants an object. */
interface Envelope {
  readonly payload: unknown;
}

interface Handler {
  readonly kind: JobKind<unknown>;
  readonly run: (payload: unknown, run: JobRun) => Promise<void>;
}

export function createJobs({ sql, log }: JobQueueOptions): JobQueue {
  const handlers: Handler[] = [];
  const boss = new PgBoss({
    db: poolForBoss(sql),
    schema,
    migrate: false,
    schedule: false,
    registerInstance: false,
    useListenNotify: true,
    superviseIntervalSeconds: heartbeatSeconds,
    monitorIntervalSeconds: heartbeatSeconds,
    maintenanceIntervalSeconds: 60 * 60,
    flowIntervalSeconds: 3600,
    openTelemetry: { enabled: false },
  });
  boss.on('error', (error) => {
    // Of a database that is away others speak, and less often than we look for work.
    const isAway = isUnavailable(Object.assign(new Error(error.message), error));
    log[isAway ? 'debug' : 'warn']({ err: error }, 'jobs wait');
  });
  boss.on('warning', ({ message, data }) => log.warn({ reason: data }, message));
  const working = new Set<string>();
  let isStarted = false;
  let timer: NodeJS.Timeout | undefined;

  /**
   * Says at once of a job that it is done. pg-boss hears of jobs that it took together when the last of them ends, and tries all
   * of them again where one takes too long or the process ends before.
   */
  async function finish(job: Job<Envelope>, run: Promise<JobResult>): Promise<JobResult> {
    const result = await run;
    const isDone = result.status === 'completed' && !job.signal.aborted;
    // Where the database is away, it is told of all at the end.
    if (isDone) await boss.complete(job.name, job).catch(() => {});
    return result;
  }

  async function begin(): Promise<void> {
    await boss.start();
    const existing = new Set((await boss.getQueues()).map(({ name }) => name));
    for (const handler of handlers) {
      const { name } = handler.kind;
      if (existing.has(name)) await boss.updateQueue(name, queueOptions(handler.kind));
      else await boss.createQueue(name, queueOptions(handler.kind));
      const options = {
        batchSize: atOnce,
        localConcurrency: loops,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: lookSeconds,
        notifyPollingIntervalSeconds: lookSeconds,
        perJobResults: true,
      } as const;
      if (working.has(name)) continue;
      await boss.work(name, options, (jobs: Job<Envelope>[]) =>
        Promise.all(jobs.map((job) => finish(job, runJob(handler, job, log)))),
      );
      working.add(name);
    }
    isStarted = true;
  }

  async function start(): Promise<void> {
    try {
      await begin();
    } catch (error) {
      log.warn({ err: error }, 'jobs wait until the database answers');
      timer = setTimeout(start, startAgain).unref();
    }
  }

  return {
    handle(kind, run) {
      handlers.push({ kind, run: (payload, job) => run(kind.payload.parse(payload), job) });
    },
    start,
    async enqueue(db, kind, payload) {
      if (!isStarted) throw fail('unavailable', { retryAfter: 1 });
      await boss.send(kind.name, { payload }, { db: serviceForBoss(db) });
    },
    async stop() {
      clearTimeout(timer);
      const stopped = boss.stop({ timeout: graceSeconds * 1000 });
      // A database that is silent may not hold up the end.
      await Promise.race([stopped, sleep((graceSeconds + 3) * 1000, undefined, { ref: false })]);
    },
  };
}

function queueOptions(kind: JobKind<unknown>) {
  return {
    notify: true,
    retryLimit: kind.retries,
    retryDelay: kind.retrySeconds,
    retryBackoff: true,
    retryDelayMax: kind.longestRetrySeconds,
    expireInSeconds: kind.timeoutSeconds,
    heartbeatSeconds,
    retentionSeconds: kept.waiting,
    deleteAfterSeconds: kept.done,
  };
}

async function runJob(
  { kind, run }: Handler,
  { id, data, signal }: Job<Envelope>,
  log: JobQueueOptions['log'],
): Promise<JobResult> {
  try {
    await run(data.payload, { id, signal });
    return { id, status: 'completed' };
  } catch (error) {
    const isHopeless = error instanceof Hopeless;
    const message = error instanceof Error ? error.message : String(error);
    log.warn(
      { job: id, kind: kind.name, err: error },
      isHopeless ? 'a job has failed' : 'a job waits for another try',
    );
    return { id, status: isHopeless ? 'deadletter' : 'failed', output: { message } };
  }
}
