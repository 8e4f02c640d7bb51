import { createHmac, timingSafeEqual } from 'node:crypto';
import { serve } from '@hono/node-server';
import { Queue } from 'bullmq';
import { Hono } from 'hono';
import { Redis } from 'ioredis';
import { z } from 'zod';

// (c) The same, with one plain queue.add. Frozen.
const key = process.env['KEY'] ?? '';
const queue = new Queue('baseline', { connection: new Redis(process.env['REDIS_URL'] ?? '') });
const schema = z.object({
  id: z.string(),
  type: z.string(),
  data: z.object({ object: z.object({ id: z.string(), object: z.string() }) }),
});

const app = new Hono().post('/', async (c) => {
  const body = Buffer.from(await c.req.arrayBuffer());
  const given = Buffer.from(c.req.header('x-checkr-signature') ?? '', 'hex');
  const expected = createHmac('sha256', key).update(body).digest();
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return c.body(null, 401);
  const event = schema.parse(JSON.parse(body.toString()));
  await queue.add(event.type, event.data, { jobId: `event-${event.id}` });
  return c.body(null, 200);
});

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(JSON.stringify({ msg: 'listening', url: `http://127.0.0.1:${port}/` })),
);
