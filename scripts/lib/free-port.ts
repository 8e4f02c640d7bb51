import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Problem } from './problem.ts';

/** A TCP port of 127.0.0.1 that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return listenBriefly(0);
}

/** @throws Problem naming the first of the fixed ports that somebody else listens on. @param ports by the flag that fixed it. */
export async function refuseTakenPorts(ports: Record<string, number | undefined>): Promise<void> {
  for (const [flag, port] of Object.entries(ports)) {
    if (port === undefined) continue;
    await listenBriefly(port).catch((error: NodeJS.ErrnoException) => {
      throw new Problem(`Port ${port} (${flag}) cannot be had (${error.code}): choose another one.`);
    });
  }
}

async function listenBriefly(wanted: number): Promise<number> {
  const server = createServer().listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
