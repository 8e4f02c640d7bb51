import { serve } from '@hono/node-server';
import { Queue } from 'bullmq';
import { Hono } from 'hono';
import { Redis } from 'ioredis';
import { SaxesParser } from 'saxes';

// (d) An outbound message parsed by saxes, its notifications queued by one addBulk. Frozen.
const queue = new Queue('baseline', { connection: new Redis(process.env['REDIS_URL'] ?? '') });
const OUTBOUND = 'http://soap.sforce.com/2005/09/outbound';

function idsOf(xml: string): { id: string; recordId: string }[] {
  const found: { id: string; recordId: string }[] = [];
  let text = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', () => (text = ''));
  parser.on('text', (part) => (text += part));
  parser.on('closetag', ({ local, uri }) => {
    if (local !== 'Id') return;
    const last = found.at(-1);
    if (uri === OUTBOUND) found.push({ id: text, recordId: '' });
    else if (last) last.recordId = text;
  });
  parser.write(xml).close();
  return found;
}

const app = new Hono().post('/', async (c) => {
  const ids = idsOf(await c.req.text());
  await queue.addBulk(ids.map(({ id, recordId }) => ({ name: 'n', data: { recordId }, opts: { jobId: `n-${id}` } })));
  return c.body('<Ack>true</Ack>', 200, { 'content-type': 'text/xml' });
});

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(JSON.stringify({ msg: 'listening', url: `http://127.0.0.1:${port}/` })),
);
