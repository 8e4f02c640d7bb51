import { DelayedError, UnrecoverableError, type Job } from 'bullmq';
import { describe, expect, test } from 'vitest';
import { Failure } from '../domain/failure.ts';
import { settle } from './settle.ts';
import { UnknownJob } from './unknown-job.ts';

const HOUR_MS = 3_600_000;

/** What becomes of a job of that age: how the error leaves us, and how long it was put off. */
async function outcome(error: unknown, ageMs = 0, name = 'apply-event') {
  const delays: number[] = [];
  const job = {
    name,
    timestamp: Date.now() - ageMs,
    moveToDelayed: async (at: number) => void delays.push(at - Date.now()),
  } as unknown as Job;
  const thrown: unknown = await settle(job, 'token', error).catch((settled: unknown) => settled);
  return { thrown, delayMs: delays[0] };
}

describe('a job another deploy put into the queue', () => {
  test('waits a minute without using up a try', async () => {
    const { thrown, delayMs } = await outcome(new UnknownJob('x'), 23 * HOUR_MS);
    expect(thrown).toBeInstanceOf(DelayedError);
    expect(delayMs).toBeGreaterThan(30_000);
  });

  test('is given up after a day', async () => {
    const { thrown, delayMs } = await outcome(new UnknownJob('x'), 25 * HOUR_MS);
    expect(thrown).not.toBeInstanceOf(DelayedError);
    expect(delayMs).toBeUndefined();
  });
});

test('what was refused for good is not tried again', async () => {
  expect((await outcome(new Failure('rejected', 'x'))).thrown).toBeInstanceOf(UnrecoverableError);
});

test('what may pass is tried again', async () => {
  const { thrown } = await outcome(new Failure('unavailable', 'x'));
  expect(thrown).not.toBeInstanceOf(UnrecoverableError);
  expect(thrown).not.toBeInstanceOf(DelayedError);
});

test('a limit is waited for as long as the other side said', async () => {
  const { thrown, delayMs = 0 } = await outcome(new Failure('rate-limited', 'x', { retryAfterMs: 5000 }));
  expect(thrown).toBeInstanceOf(DelayedError);
  expect(delayMs).toBeGreaterThan(4000);
});

test('a key of ours that is not taken is tried again: somebody is changing it', async () => {
  const { thrown } = await outcome(new Failure('unauthorized', 'checkr-401'));
  expect(thrown).not.toBeInstanceOf(UnrecoverableError);
  expect(thrown).not.toBeInstanceOf(DelayedError);
});

test('what is busy is asked again in a moment, but not without end', async () => {
  const busy = new Failure('busy', 'checkr-idempotency-in-flight');
  expect((await outcome(busy, 60_000)).thrown).toBeInstanceOf(DelayedError);
  const { thrown, delayMs } = await outcome(busy, HOUR_MS);
  expect(delayMs).toBeUndefined();
  expect(thrown).not.toBeInstanceOf(DelayedError);
  expect(thrown).not.toBeInstanceOf(UnrecoverableError);
});

test('what says when to come back is put off until then without using up a try', async () => {
  const { thrown, delayMs = 0 } = await outcome(new Failure('unavailable', 'x', { retryAfterMs: 600_000 }));
  expect(thrown).toBeInstanceOf(DelayedError);
  expect(delayMs).toBeGreaterThan(590_000);
});

test.each(['unavailable', 'rate-limited', 'busy'] as const)(
  'reconciling that met with "%s" is over: the next comes in a minute',
  async (kind) => {
    const { thrown, delayMs } = await outcome(new Failure(kind, 'x'), 0, 'reconcile');
    expect(thrown).toBeInstanceOf(UnrecoverableError);
    expect(delayMs).toBeUndefined();
  },
);
