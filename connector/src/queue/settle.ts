import { DelayedError, UnrecoverableError, type Job } from 'bullmq';
import { Failure, isFailure, type FailureKind } from '../domain/failure.ts';
import type { JobName } from './jobs.ts';
import { UnknownJob } from './unknown-job.ts';

/** What passes with time, and what nobody was free for in all that time. */
const RETRIED: readonly FailureKind[] = ['unavailable', 'unauthorized', 'busy'];
/** The next one comes in a minute anyway; tries of many at once would only use up the calls of an org in trouble. */
const NEVER_RETRIED: readonly JobName[] = ['reconcile'];
/** Somebody else holds the record or the key; it takes them a second or two. Who holds it longer than that is stuck. */
const BUSY_DELAY_MS = 1500;
const BUSY_AT_MOST_MS = 5 * 60 * 1000;
/** Those who waited for a limit come back spread over this time. */
const SPREAD_MS = 2000;
/** The deploy that knows the job may still be starting, or come back; after a day nobody will. */
const UNKNOWN_DELAY_MS = 60_000;
const UNKNOWN_KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * What becomes of a job that threw: tried again with growing gaps, put off without using up a try, or stopped.
 * The error that reaches Redis carries kind and code only; anything unforeseen is named by its class.
 */
export async function settle(job: Job, token: string | undefined, error: unknown): Promise<never> {
  const isOver = !(error instanceof UnknownJob) && NEVER_RETRIED.some((name) => name === job.name);
  const delayMs = isOver ? null : delayOf(error, Date.now() - job.timestamp);
  if (delayMs !== null) {
    await job.moveToDelayed(Date.now() + delayMs, token);
    throw new DelayedError();
  }
  const message = isFailure(error) ? error.message : `unexpected: ${nameOf(error)}`;
  if (isOver || (isFailure(error) && !RETRIED.includes(error.kind))) throw new UnrecoverableError(message);
  throw new Error(message);
}

function delayOf(error: unknown, ageMs: number): number | null {
  if (error instanceof UnknownJob) return ageMs < UNKNOWN_KEPT_MS ? UNKNOWN_DELAY_MS : null;
  if (isFailure(error, 'busy')) return ageMs < BUSY_AT_MOST_MS ? BUSY_DELAY_MS : null;
  if (isFailure(error, 'unavailable')) return error.retryAfterMs ?? null;
  if (isFailure(error, 'rate-limited')) return (error.retryAfterMs ?? BUSY_DELAY_MS) + Math.random() * SPREAD_MS;
  return null;
}

function nameOf(error: unknown): string {
  return error instanceof Error && !(error instanceof Failure) ? error.name : typeof error;
}
