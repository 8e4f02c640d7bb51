import { Hono, type Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { behaviourSchema, type createReceiver } from './callbacks.ts';
import { garblings, makeOrder, type Order } from './orders.ts';
import { callProvider, providerSchema, type Provider } from './provider.ts';

interface ControlOptions {
  receiver: ReturnType<typeof createReceiver>;
  /** Where callbacks are taken: `https://127.0.0.1:4443`. */
  callbackUrl: () => string;
  certificate: string;
  provider: { current: Provider | undefined };
}

const MAX_ORDERS = 10_000;

/** What a person at the system would do, and what it has seen. Every path is under `/__control`. */
export function controlRoutes({ receiver, callbackUrl, certificate, provider }: ControlOptions): Hono {
  const sent = new Map<string, string>();
  const known = (): Provider => {
    if (!provider.current) throw new HTTPException(409, { message: 'PUT /__control/provider first' });
    return provider.current;
  };
  const textOf = (id: string): string => {
    const text = sent.get(id);
    if (text === undefined) throw new HTTPException(404, { message: `no order ${id} was placed here` });
    return text;
  };

  return new Hono()
    .get('/', (c) => c.json({ callback_url: callbackUrl(), certificate, garblings: Object.keys(garblings) }))
    .put('/provider', async (c) => {
      provider.current = await read(c, providerSchema);
      return c.body(null, 204);
    })
    .get('/packages', async (c) => c.json(await callProvider(known(), '/packages')))
    .post('/orders', async (c) => {
      const fixed = { account_id: known().account_id, webhook_url: `${callbackUrl()}/callbacks` };
      const order = makeOrder(await read(c, z.record(z.string(), z.unknown())), fixed);
      const text = JSON.stringify(order);
      if (sent.size < MAX_ORDERS) sent.set(idOf(order), text);
      return c.json({ order, ...(await callProvider(known(), '/orders', { text })) });
    })
    .post('/orders/:id/repeat', async (c) =>
      c.json(await callProvider(known(), '/orders', { text: textOf(c.req.param('id')) })),
    )
    .post('/orders/:id/garble/:how', async (c) => {
      const garble = garblings[c.req.param('how')];
      if (!garble) throw new HTTPException(404, { message: `no way to garble called ${c.req.param('how')}` });
      return c.json(await callProvider(known(), '/orders', garble(textOf(c.req.param('id')))));
    })
    .get('/callbacks', (c) => c.json(receiver.received))
    .delete('/callbacks', (c) => {
      receiver.forget();
      return c.body(null, 204);
    })
    .put('/behaviour', async (c) => {
      receiver.behave(await read(c, behaviourSchema));
      return c.body(null, 204);
    });
}

function idOf(order: Order): string {
  return String(order['background_check_id']);
}

async function read<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await c.req.json().catch(() => ({})));
  if (parsed.success) return parsed.data;
  throw new HTTPException(400, { message: z.prettifyError(parsed.error) });
}
