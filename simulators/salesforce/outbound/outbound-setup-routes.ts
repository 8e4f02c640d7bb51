import { Hono, type Context } from 'hono';
import type { OutboundSender } from './outbound-sender.ts';

interface OutboundSetupOptions {
  outbound: OutboundSender;
  /** Whether the request comes from an administrator. */
  isAdmin(c: Context): boolean;
}

/** What an administrator does in Setup with a message, waiting or failed: `POST …/<notification>/retry`, `DELETE …/<notification>`. */
export function outboundSetupRoutes({ outbound, isAdmin }: OutboundSetupOptions): Hono {
  const answer = (c: Context, work: () => boolean) => {
    if (!isAdmin(c)) return c.json({ message: 'Setup is for administrators' }, 403);
    return work() ? c.body(null, 204) : c.json({ message: 'This message is neither waiting nor failed' }, 404);
  };
  return new Hono()
    .post('/lightning/setup/outbound/:id/retry', (c) => answer(c, () => outbound.retry(c.req.param('id'))))
    .delete('/lightning/setup/outbound/:id', (c) => answer(c, () => outbound.remove(c.req.param('id'))));
}
