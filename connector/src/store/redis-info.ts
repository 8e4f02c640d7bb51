import type { Redis } from 'ioredis';

/** What Redis says of itself, by name. `CONFIG` would say more; hosted services refuse it. */
export async function readRedisInfo(redis: Redis): Promise<Map<string, string>> {
  const text = await redis.info();
  return new Map(text.split(/\r?\n/).map((line) => [line.split(':', 1)[0] ?? '', line.slice(line.indexOf(':') + 1)]));
}

/** How much memory is used, and how much there may be: null without a limit. */
export function memoryOf(info: Map<string, string>): { usedBytes: number; maxBytes: number | null } {
  return { usedBytes: numberOf(info, 'used_memory') ?? 0, maxBytes: numberOf(info, 'maxmemory') || null };
}

/** A number Redis says; null when it does not say it. */
export function numberOf(info: Map<string, string>, name: string): number | null {
  const value = Number(info.get(name) ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}
