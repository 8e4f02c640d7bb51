import { Hono } from 'hono';
import { z } from 'zod';
import { adverseActionJson } from '../adverse-actions/adverse-action.ts';
import { failDelivery, sendPostNotice } from '../adverse-actions/adverse-action-moves.ts';
import { notFound } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { readBody } from '../http/read-body.ts';
import type { Parts } from '../parts.ts';

const body = z.discriminatedUnion('move', [
  z.strictObject({ move: z.literal('post_notice') }),
  z.strictObject({
    move: z.literal('not_delivered'),
    reason: z.string().default('The mailbox of the simulated recipient does not exist'),
  }),
]);

/** POST /adverse_actions/:id/moves: lets the second notice fall due now, or the notice not be delivered. */
export function adverseActionControl(parts: Parts): Hono<AppEnv> {
  return new Hono<AppEnv>().post('/adverse_actions/:id/moves', async (c) => {
    const action = parts.store.adverseActions.get(c.req.param('id'));
    if (!action) throw notFound();
    const asked = await readBody(c, body);
    if (asked.move === 'post_notice') sendPostNotice(parts, action);
    else failDelivery(parts, action, asked.reason);
    return c.json(adverseActionJson(action));
  });
}
