import { hash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { Failure } from '../domain/failure.ts';

const SPAN_SECONDS = 15 * 60;
/** An address may be an office of many; an account is guessed at from many addresses. */
const MOST_FAILURES = { address: 20, account: 100 };

interface Login {
  account: string;
  address: string;
}

/** Counts failed logins by address and by account over every process; by this process alone while Redis is away. */
export function createLoginGuard(redis: Redis, keyPrefix: string) {
  const limiters = {
    address: limiter(redis, `${keyPrefix}:ats-login-address`, MOST_FAILURES.address),
    account: limiter(redis, `${keyPrefix}:ats-login-account`, MOST_FAILURES.account),
  };
  const each = (login: Login) =>
    (['address', 'account'] as const).map((by) => ({
      limiter: limiters[by],
      key: digest(login[by]),
      most: MOST_FAILURES[by],
    }));

  return {
    async refuseGuessers(login: Login): Promise<void> {
      for (const { limiter: counted, key, most } of each(login)) {
        const state = await counted.get(key);
        if (state && state.consumedPoints >= most)
          throw new Failure('rate-limited', 'ats-too-many-failed-logins', { retryAfterMs: state.msBeforeNext });
      }
    },
    async countFailure(login: Login): Promise<void> {
      for (const { limiter: counted, key } of each(login)) await counted.penalty(key);
    },
  };
}

function limiter(redis: Redis, keyPrefix: string, points: number): RateLimiterAbstract {
  const options = { keyPrefix, points, duration: SPAN_SECONDS };
  return new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: new RateLimiterMemory(options) });
}

/** What a guesser typed is not kept in the clear. */
function digest(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32);
}
