import type { Queue } from 'bullmq';
import type { Hono } from 'hono';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { DoorVendor } from './http/deps.ts';
import type { Publisher } from './queue/jobs.ts';

interface OptionalDoorParts {
  redis: Redis;
  publisher: Publisher;
  log: Logger;
  queues: Queue[];
}

/**
 * The doors this configuration opens besides those every installation has. What they stand on, a client of Salesforce
 * above all, is a quarter of a web process: it is loaded only where they are open.
 */
export async function loadOptionalDoors(config: Config, parts: OptionalDoorParts): Promise<((app: Hono) => unknown)[]> {
  const { adminPasswordHash, proxyHops } = config;
  const doors: ((app: Hono) => unknown)[] = [];
  if (config.connections.some(({ atsAccounts }) => atsAccounts.length > 0)) {
    const { createAtsDoor } = await import('./ats-door.ts');
    const { atsDoor } = await import('./http/routes/ats.ts');
    doors.push((app) => app.route('/ats', atsDoor(createAtsDoor({ config, ...parts }), proxyHops)));
  }
  if (adminPasswordHash !== null) {
    const { createOperatorLogin } = await import('./operator-login.ts');
    const { adminQueuesDoor } = await import('./http/routes/admin-queues.ts');
    const login = createOperatorLogin(adminPasswordHash, parts.redis);
    doors.push((app) => app.route('/', adminQueuesDoor({ login, proxyHops, queues: parts.queues })));
  }
  return doors;
}

/** Every vendor of every connection, as above. */
export async function loadDoorVendors(config: Config): Promise<DoorVendor[]> {
  if (config.connections.every(({ vendors }) => vendors.length === 0)) return [];
  return (await import('./door-vendors.ts')).createDoorVendors(config);
}
