import { hash } from 'node:crypto';
import DataLoader from 'dataloader';
import type { Redis } from 'ioredis';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { Failure } from '../domain/failure.ts';

const MINUTE_MS = 60_000;

/** Calls an account may make, shared by every worker and dyno. */
export interface CallBudget {
  /** @throws Failure `rate-limited` until the next minute begins. */
  take(): Promise<void>;
  /** The account said that it is used up, whatever we counted. */
  exhaust(ms: number): Promise<void>;
}

interface CallBudgetOptions {
  redis: Redis;
  keyPrefix: string;
  /** What the account is known by; kept as a hash. */
  account: string;
  perMinute: number;
}

/** Counts per calendar minute, as Checkr does; calls that are due in the same moment ask Redis once. */
export function createCallBudget({ redis, keyPrefix, account, perMinute }: CallBudgetOptions): CallBudget {
  const options = { storeClient: redis, points: perMinute, duration: MINUTE_MS / 1000 };
  const limiter = new RateLimiterRedis({ ...options, keyPrefix: `${keyPrefix}:calls` });
  const name = hash('sha256', account, 'hex').slice(0, 16);
  let exhaustedUntil = 0;

  /** How many of so many calls may be made. */
  async function grant(wanted: number, now: number): Promise<number> {
    try {
      await limiter.consume(`${name}-${Math.floor(now / MINUTE_MS)}`, wanted);
      return wanted;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      return perMinute - (error.consumedPoints - wanted);
    }
  }

  const calls = new DataLoader<number, true>(
    async (asked) => {
      const now = Date.now();
      const granted = await grant(asked.length, now);
      return asked.map((_call, index) => index < granted || overBudget(MINUTE_MS - (now % MINUTE_MS)));
    },
    { cache: false },
  );

  return {
    async take() {
      const now = Date.now();
      if (now < exhaustedUntil) throw overBudget(exhaustedUntil - now);
      await calls.load(now);
    },
    async exhaust(ms) {
      const now = Date.now();
      exhaustedUntil = Math.max(exhaustedUntil, now + ms);
      await limiter.block(`${name}-${Math.floor(now / MINUTE_MS)}`, Math.ceil(ms / 1000));
    },
  };
}

function overBudget(retryAfterMs: number): Failure {
  return new Failure('rate-limited', 'checkr-call-budget', { retryAfterMs });
}
