import { serve } from '@hono/node-server';
import { Hono } from 'hono';

// (a) A server that reads the body and answers 200. Frozen: what is measured against it must stay comparable.
const app = new Hono().post('/', async (c) => {
  await c.req.arrayBuffer();
  return c.body(null, 200);
});

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(JSON.stringify({ msg: 'listening', url: `http://127.0.0.1:${port}/` })),
);
