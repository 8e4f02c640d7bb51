import { createHmac, timingSafeEqual } from 'node:crypto';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { z } from 'zod';

// (b) The same, with what any signed webhook needs: HMAC, JSON and a schema. Frozen.
const key = process.env['KEY'] ?? '';
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
  schema.parse(JSON.parse(body.toString()));
  return c.body(null, 200);
});

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(JSON.stringify({ msg: 'listening', url: `http://127.0.0.1:${port}/` })),
);
