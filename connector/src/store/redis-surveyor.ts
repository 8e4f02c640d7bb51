import type { Redis } from 'ioredis';
import { Failure } from '../domain/failure.ts';
import type { RedisSurveyor } from '../domain/survey.ts';
import { workerBeatAgeMs } from './heartbeat.ts';
import { memoryOf, numberOf, readRedisInfo } from './redis-info.ts';

interface RedisSurveyorOptions {
  keyPrefix: string;
  /** Why the connection is not there: a client that waits for it does not say. */
  lastError: () => Error | null;
}

/** Tells the doctor of Redis. */
export function createRedisSurveyor(redis: Redis, { keyPrefix, lastError }: RedisSurveyorOptions): RedisSurveyor {
  return {
    async survey() {
      const info = await ask(redis, lastError);
      return {
        version: info.get('redis_version') ?? info.get('valkey_version') ?? '0',
        evictionPolicy: info.get('maxmemory_policy') ?? null,
        connections: numberOf(info, 'connected_clients') ?? 0,
        maxConnections: numberOf(info, 'maxclients'),
        ...memoryOf(info),
        workerBeatAgeMs: await workerBeatAgeMs(redis, keyPrefix),
      };
    },
  };
}

async function ask(redis: Redis, lastError: () => Error | null): Promise<Map<string, string>> {
  try {
    return await readRedisInfo(redis);
  } catch (cause) {
    const words = [cause, lastError()].map((error) => (error instanceof Error ? error.message : ''));
    const isRefused = words.some((each) => /^(NOAUTH|WRONGPASS|NOPERM)/.test(each));
    throw new Failure(isRefused ? 'unauthorized' : 'unavailable', isRefused ? 'redis-refused' : 'redis-away', {
      cause,
    });
  }
}
