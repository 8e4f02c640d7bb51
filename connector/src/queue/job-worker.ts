import { Worker, type Job } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { z } from 'zod';
import { Failure, isFailure } from '../domain/failure.ts';
import type { JobSeen } from '../domain/job-seen.ts';
import { jobs, type JobHandlers, type JobLog, type JobName } from './jobs.ts';
import { KEY_PREFIX, queueName } from './redis.ts';
import { settle } from './settle.ts';
import { UnknownJob } from './unknown-job.ts';

interface JobWorkerOptions {
  connection: string;
  redis: Redis;
  handlers: JobHandlers;
  log: Logger;
  concurrency: number;
  /** How long a job stays a dead worker's. */
  lockMs: number;
  /** However long the other side's limit lasts, it is asked again after this time. */
  longestPauseMs: number;
  /** Told when the queue itself fails, each time. */
  onError: (error: Error) => void;
  /** Told what became of each try. */
  observe?: (seen: JobSeen) => void;
}

/**
 * A finished job blocks its id longer than its sender redelivers (both 24 h), but only the newest do: all would fill the
 * smallest Redis, and one done again finds nothing to change. A failed one must not, so that a redelivery tries it again.
 */
const KEPT = { removeOnComplete: { age: 25 * 60 * 60, count: 5000 }, removeOnFail: { count: 0 } } as const;

/** Works off one connection's queue; one log line a job. `close` lets running jobs finish. */
export function createJobWorker(options: JobWorkerOptions): Worker {
  const { connection, redis, handlers, log, concurrency, lockMs, longestPauseMs, observe } = options;
  let pausedUntil = 0;
  const worker = new Worker(
    queueName(connection),
    async (job, token) => {
      const jobLog = log.child({ connection, ...namesOf(job) });
      const startedAt = performance.now();
      const seen = (outcome: string) => observe?.(seenOf(connection, job, { outcome, startedAt }));
      try {
        refuseWhilePaused(pausedUntil);
        await run(job, handlers, jobLog);
        jobLog.info({ outcome: 'done', ms: msSince(startedAt) }, 'job');
        seen('done');
      } catch (thrown) {
        const error = pausingAtMost(thrown, longestPauseMs);
        // One answer "too many" is enough: the others of this connection wait without asking.
        if (isFailure(error, 'rate-limited'))
          pausedUntil = Math.max(pausedUntil, Date.now() + (error.retryAfterMs ?? 0));
        jobLog.warn({ outcome: outcomeOf(error), ms: msSince(startedAt), ...detailsOf(error) }, 'job');
        seen(isFailure(error) ? error.kind : error instanceof UnknownJob ? 'put-off' : 'unexpected');
        await settle(job, token, error);
      }
    },
    // A killed worker's job is taken up again as often as it takes: every step can be repeated.
    {
      ...{ connection: redis, prefix: KEY_PREFIX, concurrency, maxStalledCount: 1000 },
      ...{ lockDuration: lockMs, stalledInterval: lockMs, ...KEPT },
    },
  );
  worker.on('error', options.onError);
  return worker;
}

/** What names a job in the log; the id of its request where a door asked for it. */
function namesOf(job: Job): object {
  const { requestId } = z
    .object({ requestId: z.string().optional().catch(undefined) })
    .catch({})
    .parse(job.data);
  const names = { job: job.name, jobId: job.id, attempt: job.attemptsMade + 1 };
  return requestId ? { ...names, requestId } : names;
}

function seenOf(connection: string, job: Job, tried: { outcome: string; startedAt: number }): JobSeen {
  const seconds = (performance.now() - tried.startedAt) / 1000;
  const name = isJobName(job.name) ? job.name : 'unknown';
  return {
    connection,
    job: name,
    outcome: tried.outcome,
    seconds,
    sinceAskedSeconds: (Date.now() - job.timestamp) / 1000,
  };
}

function refuseWhilePaused(pausedUntil: number): void {
  const retryAfterMs = pausedUntil - Date.now();
  if (retryAfterMs > 0) throw new Failure('rate-limited', 'connection-paused', { retryAfterMs });
}

function pausingAtMost(error: unknown, mostMs: number): unknown {
  if (!isFailure(error, 'rate-limited') || (error.retryAfterMs ?? 0) <= mostMs) return error;
  return new Failure(error.kind, error.code, { retryAfterMs: mostMs, cause: error });
}

async function run(job: Job, handlers: JobHandlers, log: JobLog): Promise<void> {
  if (!isJobName(job.name)) throw new UnknownJob(job.name);
  await dispatch(job.name, job, handlers, log);
}

function dispatch<N extends JobName>(name: N, job: Job, handlers: JobHandlers, log: JobLog): Promise<void> {
  const handler: (payload: never, log: JobLog, tries: { isLast: boolean }) => Promise<void> = handlers[name];
  const payload = jobs[name].safeParse(job.data);
  if (!payload.success) throw new UnknownJob(name, { cause: payload.error });
  return handler(payload.data as never, log, { isLast: job.attemptsMade + 1 >= (job.opts.attempts ?? 1) });
}

function isJobName(name: string): name is JobName {
  return Object.hasOwn(jobs, name);
}

function msSince(startedAt: number): number {
  return Math.round(performance.now() - startedAt);
}

function outcomeOf(error: unknown): string {
  if (error instanceof UnknownJob) return 'put off: not a job of this deploy';
  return isFailure(error) ? error.message : 'unexpected';
}

/** The fields a refusal is about; of a bug the frames without its message, which may quote what it was handling. */
function detailsOf(error: unknown): { fields?: readonly string[]; stack?: string[] } {
  if (isFailure(error)) return error.fields.length > 0 ? { fields: error.fields } : {};
  if (!(error instanceof Error) || error instanceof UnknownJob) return {};
  return { stack: [error.name, ...(error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [])] };
}
