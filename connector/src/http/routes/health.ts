import { Hono } from 'hono';
import type { AppDeps } from '../deps.ts';

/** GET /health: the process answers. GET /ready: Redis answers and a worker is alive, so work gets done. */
export function healthDoor({ notReadyReason }: AppDeps): Hono {
  return new Hono()
    .get('/health', (c) => c.json({ status: 'ok' }))
    .get('/ready', async (c) => {
      const reason = await notReadyReason();
      return reason === null ? c.json({ status: 'ready' }) : c.json({ status: 'not ready', reason }, 503);
    });
}
