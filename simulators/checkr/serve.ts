import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createCheckrSimulator } from './simulator.ts';
import type { CheckrSimulator, CheckrSimulatorOptions } from './simulator.ts';

/** A simulator that listens. */
export interface ServedCheckr {
  url: string;
  simulator: CheckrSimulator;
  close(): Promise<void>;
}

/** Serves a simulator on 127.0.0.1; port 0, the default, takes any free one. */
export async function serveCheckr(
  options: Omit<CheckrSimulatorOptions, 'publicUrl'> & { port?: number },
): Promise<ServedCheckr> {
  const { port = 0, ...rest } = options;
  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const simulator = createCheckrSimulator({ ...rest, publicUrl: url });
  const server = createAdaptorServer({ fetch: simulator.app.fetch }) as Server;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: url(),
    simulator,
    close: async () => {
      simulator.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
