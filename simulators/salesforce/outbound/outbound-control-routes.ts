import { Hono } from 'hono';
import { z } from 'zod';
import type { OutboundSender } from './outbound-sender.ts';

const modeSchema = z.strictObject({
  duplicate: z.boolean().optional(),
  drop: z.int().nonnegative().optional(),
  delayMs: z.number().nonnegative().optional(),
  reorder: z.boolean().optional(),
});

/**
 * What tests and the Setup page ask of the sender: `GET /` lists mode, pending and failed; `PUT /mode` sets how deliveries
 * misbehave; `POST /retry` sends everything now, `POST /<id>/retry` one; `DELETE /` forgets everything, `DELETE /<id>` one.
 */
export function outboundControlRoutes(sender: OutboundSender): Hono {
  return new Hono()
    .get('/', (c) => c.json({ mode: sender.mode, pending: sender.pending(), failed: sender.failed() }))
    .put('/mode', async (c) => {
      const parsed = modeSchema.safeParse(await c.req.json().catch(() => null));
      if (!parsed.success) return c.json({ error: z.prettifyError(parsed.error) }, 400);
      sender.mode = parsed.data;
      return c.json({ mode: sender.mode });
    })
    .post('/retry', (c) => {
      sender.retryNow();
      return c.body(null, 204);
    })
    .post('/:id/retry', (c) => (sender.retry(c.req.param('id')) ? c.body(null, 204) : c.notFound()))
    .delete('/:id', (c) => (sender.remove(c.req.param('id')) ? c.body(null, 204) : c.notFound()))
    .delete('/', (c) => {
      sender.clear();
      return c.body(null, 204);
    });
}
