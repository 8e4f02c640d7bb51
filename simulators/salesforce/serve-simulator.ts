import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import type { SalesforceSimulator } from './simulator.ts';

/** A simulated org on a port. */
export interface ServedSimulator {
  url: string;
  /** Cuts what is still open and stops everything the org does on its own. */
  close(): Promise<void>;
}

/** Longer than a deployment blocks: else what comes in meanwhile on an open connection meets one that has just timed out. */
const KEEP_ALIVE_MS = 60_000;

/** Serves a simulated org on 127.0.0.1; port 0 takes any free one. */
export async function serveSimulator(simulator: SalesforceSimulator, port = 0): Promise<ServedSimulator> {
  const server = await new Promise<ServerType>((resolve) => {
    const started = serve(
      {
        ...{ fetch: simulator.app.fetch, port, hostname: '127.0.0.1' },
        // The org refuses what is too long itself.
        serverOptions: { keepAliveTimeout: KEEP_ALIVE_MS, maxHeaderSize: 65_536 },
      },
      () => resolve(started),
    );
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  simulator.servedAt(url);
  return {
    url,
    async close() {
      simulator.stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
