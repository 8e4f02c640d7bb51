import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * The address a request came from. Each proxy of ours adds the one it was called from to `X-Forwarded-For`; what stands
 * before those the caller may have made up.
 */
export function addressOf(c: Context, proxyHops: number): string {
  const forwarded = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
  const told = proxyHops > 0 ? forwarded.at(-proxyHops) : undefined;
  return told ?? (c.env ? getConnInfo(c).remote.address : undefined) ?? 'unknown';
}
