import { Hono } from 'hono';
import { z } from 'zod';
import { ApiError } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { readBody } from '../http/read-body.ts';
import type { Parts } from '../parts.ts';
import { knownObject } from './known-object.ts';
import { sampleObject } from './sample-object.ts';

const body = z.strictObject({
  type: z.string().min(1),
  object_id: z.string().optional(),
  object: z.looseObject({ id: z.string().min(1), object: z.string().min(1) }).optional(),
  account_id: z.string().nullable().optional(),
});

/**
 * POST /events: tells the webhooks of an event of any type, also of one nobody has heard of. It is about `object`
 * as sent, about what the account holds under `object_id`, or about a sample of the published shape.
 */
export function eventControl(parts: Parts): Hono<AppEnv> {
  return new Hono<AppEnv>().post('/events', async (c) => {
    const { type, object_id, object, account_id } = await readBody(c, body);
    const subject = object ?? (object_id ? knownObject(parts, object_id) : sampleObject(parts, type));
    if (!subject) {
      throw new ApiError(400, object_id ? `Nothing has the id ${object_id}` : `Say in object_id what ${type} is about`);
    }
    parts.publish(type, subject, account_id);
    return c.json({ type, object: subject }, 202);
  });
}
