import { createServer, type RequestListener, type ServerOptions } from 'node:http';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { RequestTrace } from './request-trace.ts';

/**
 * Node's server under the doors. What every answer carries is set here, on Node's own response: put on Hono's, it is
 * unpacked, checked and packed again for every request, a fifth of what a door costs.
 * @returns what `serve` of @hono/node-server makes its server with.
 */
export async function createDoorServer(trace: RequestTrace): Promise<typeof createServer> {
  const headers = await securityHeaders();
  const secured =
    (listener: RequestListener): RequestListener =>
    (request, response) => {
      for (const [name, value] of headers) response.setHeader(name, value);
      listener(request, response);
    };
  const create = (options: ServerOptions, listener: RequestListener) =>
    createServer(options, secured(trace.around(listener)));
  return create as typeof createServer;
}

/** What Hono's own middleware would give every answer: it is asked once. */
async function securityHeaders(): Promise<[string, string][]> {
  const asked = await new Hono()
    .use(secureHeaders())
    .get('/', (c) => c.body(null))
    .request('/');
  return [...asked.headers];
}
