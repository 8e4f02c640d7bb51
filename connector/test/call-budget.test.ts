import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { claimDatabase, type ClaimedDatabase } from '../../scripts/lib/redis-database.ts';
import { isFailure } from '../src/domain/failure.ts';
import { createCallBudget } from '../src/store/call-budget.ts';

const NOON = Date.parse('2026-11-20T12:00:10Z');
const UNTIL_NEXT_MINUTE_MS = 50_000;

let database: ClaimedDatabase;
let redis: Redis;
beforeAll(async () => {
  database = await claimDatabase(process.env['REDIS_URL'] ?? '');
  redis = new Redis(database.url);
});
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  await redis.flushdb();
});
afterAll(async () => {
  vi.useRealTimers();
  redis.disconnect();
  await database.close();
});

/** A worker's view of an account that may make ten calls a minute. */
const worker = () => createCallBudget({ redis, keyPrefix: 'test', account: 'a-key', perMinute: 10 });
const takeAtOnce = (budget: ReturnType<typeof worker>, calls: number) =>
  Promise.allSettled(Array.from({ length: calls }, () => budget.take()));
const granted = (results: PromiseSettledResult<void>[]) =>
  results.filter(({ status }) => status === 'fulfilled').length;

test('two workers at once make as many calls as the account allows, and not one more', async () => {
  const [one, other] = await Promise.all([takeAtOnce(worker(), 7), takeAtOnce(worker(), 7)]);
  expect(granted(one) + granted(other)).toBe(10);
  const refused = [...one, ...other].flatMap((result) =>
    result.status === 'rejected' ? [result.reason as Error] : [],
  );
  expect(
    refused.every((error) => isFailure(error, 'rate-limited') && error.retryAfterMs === UNTIL_NEXT_MINUTE_MS),
  ).toBe(true);
});

test('a minute later they may call again', async () => {
  const budget = worker();
  expect(granted(await takeAtOnce(budget, 11))).toBe(10);
  vi.setSystemTime(NOON + UNTIL_NEXT_MINUTE_MS);
  expect(granted(await takeAtOnce(budget, 3))).toBe(3);
});

test('once the account said "too many", no worker calls', async () => {
  await worker().exhaust(UNTIL_NEXT_MINUTE_MS);
  expect(granted(await takeAtOnce(worker(), 2))).toBe(0);
});

test('calls of one moment ask Redis once', async () => {
  const budget = worker();
  await budget.take();
  const sent = vi.spyOn(redis, 'sendCommand');
  await takeAtOnce(budget, 8);
  expect(sent).toHaveBeenCalledTimes(1);
});
