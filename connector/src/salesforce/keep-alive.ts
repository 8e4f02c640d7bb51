import { setDispatcher } from '@jsforce/jsforce-node/lib/request.js';
import { Agent } from 'undici';

/** jsforce's own four seconds would mean a new TLS handshake for nearly every lone event. */
const KEEP_ALIVE_MS = 30_000;
/** Calls are gathered, so few run side by side. */
const CONNECTIONS = 16;

/** Makes every org session of this process keep its connections. Called once, by the process's entry. */
export function keepConnectionsToSalesforce(): void {
  setDispatcher(new Agent({ keepAliveTimeout: KEEP_ALIVE_MS, connections: CONNECTIONS, connect: { allowH2: false } }));
}
