import { createServer } from 'node:https';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { createReceiver } from './callbacks.ts';
import { makeCertificate } from './certificate.ts';
import { controlRoutes } from './control-routes.ts';
import type { Provider } from './provider.ts';

export interface ServedAts {
  /** Of the control routes: `http://127.0.0.1:4020`. */
  url: string;
  /** Where it takes callbacks: `https://127.0.0.1:4021`. */
  callbackUrl: string;
  /** What a caller of the callback address has to trust, in PEM. */
  certificate: string;
  close(): Promise<void>;
}

/** A simulated applicant tracking system; 0 takes any free port. */
export async function serveAts({ port = 0, callbackPort = 0 } = {}): Promise<ServedAts> {
  const provider: { current: Provider | undefined } = { current: undefined };
  const receiver = createReceiver(() => provider.current?.signing_secret);
  const { key, certificate } = await makeCertificate();
  const callbacks = await listen((listening) =>
    serve(
      {
        ...{ fetch: receiver.app.fetch, port: callbackPort, hostname: '127.0.0.1' },
        ...{ createServer, serverOptions: { key, cert: certificate } },
      },
      listening,
    ),
  );
  const callbackUrl = `https://127.0.0.1:${callbacks.port}`;
  const app = new Hono()
    .onError((error, c) => c.json({ error: error.message }, error instanceof HTTPException ? error.status : 502))
    .notFound((c) => c.json({ error: `${c.req.method} ${c.req.path} is not here; see coverage.md` }, 404))
    .route('/__control', controlRoutes({ receiver, provider, certificate, callbackUrl: () => callbackUrl }));
  const control = await listen((listening) => serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, listening));
  return {
    ...{ url: `http://127.0.0.1:${control.port}`, callbackUrl, certificate },
    close: async () => {
      for (const { server } of [control, callbacks]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

function listen(
  start: (listening: (address: AddressInfo) => void) => unknown,
): Promise<{ server: Server; port: number }> {
  return new Promise((resolve) => {
    const server = start(({ port }) => resolve({ server, port })) as Server;
  });
}
