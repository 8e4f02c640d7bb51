import type { Redis } from 'ioredis';
import { Failure } from '../domain/failure.ts';
import type { RedisSurveyor } from '../domain/survey.ts';
import { workerBeatAgeMs } from './heartbeat.ts';

interface RedisSurveyorOptions {
  keyPrefix: string;
  /** Why the connection is not there: a client that waits for it does not say. */
  lastError: () => Error | null;
}

/** Reads `INFO` alone: hosted services refuse `CONFIG`. */
export function createRedisSurveyor(redis: Redis, { keyPrefix, lastError }: RedisSurveyorOptions): RedisSurveyor {
  return {
    async survey() {
      const info = await ask(redis, lastError);
      return {
        version: info.get('redis_version') ?? info.get('valkey_version') ?? '0',
        evictionPolicy: info.get('maxmemory_policy') ?? null,
        connections: numberOf(info, 'connected_clients') ?? 0,
        maxConnections: numberOf(info, 'maxclients'),
        usedBytes: numberOf(info, 'used_memory') ?? 0,
        maxBytes: numberOf(info, 'maxmemory') || null,
        workerBeatAgeMs: await workerBeatAgeMs(redis, keyPrefix),
      };
    },
  };
}

/** The lines `name:value` of all sections. */
async function ask(redis: Redis, lastError: () => Error | null): Promise<Map<string, string>> {
  try {
    const text = await redis.info();
    return new Map(text.split(/\r?\n/).map((line) => [line.split(':', 1)[0] ?? '', line.slice(line.indexOf(':') + 1)]));
  } catch (cause) {
    const words = [cause, lastError()].map((error) => (error instanceof Error ? error.message : ''));
    const isRefused = words.some((each) => /^(NOAUTH|WRONGPASS|NOPERM)/.test(each));
    throw new Failure(isRefused ? 'unauthorized' : 'unavailable', isRefused ? 'redis-refused' : 'redis-away', {
      cause,
    });
  }
}

function numberOf(info: Map<string, string>, name: string): number | null {
  const value = Number(info.get(name) ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}
