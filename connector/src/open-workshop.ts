import type { Redis } from 'ioredis';
import { once } from 'node:events';
import { createCheckr } from './checkr/checkr.ts';
import { createCheckrSurveyor } from './checkr/checkr-surveyor.ts';
import { createCheckrHttp } from './checkr/http.ts';
import { UsageError } from './cli/usage-error.ts';
import type { Bench, Workshop } from './cli/workshop.ts';
import { loadConfig, type Config } from './config.ts';
import type { ConnectionConfig } from './connection-config.ts';
import { createConnectionParts } from './connection-parts.ts';
import { probeAddress, readClock } from './process/probe-address.ts';
import { createPublisher } from './queue/publisher.ts';
import { createRedis, KEY_PREFIX } from './queue/redis.ts';
import { readGrants } from './salesforce/grants.ts';
import { createOrgSurveyor } from './salesforce/org-surveyor.ts';
import { createRedisSurveyor } from './store/redis-surveyor.ts';
import { syncPackages } from './use-cases/sync-packages.ts';

const REDIS_DEADLINE_MS = 5_000;

/** The real parts behind the operator's commands. A Redis that is away does not stop it: the doctor has to say so. */
export async function openWorkshop(env: NodeJS.ProcessEnv, names: string[]): Promise<Workshop> {
  const config = loadConfig(env);
  const chosen = chosenConnections(config, names);
  let lastError: Error | null = null;
  const onError = (error: Error): void => void (lastError = error);
  const redis = createRedis({ url: config.redisUrl, whenAway: 'fail', onError });
  await orDeadline(redis);
  const publisher = createPublisher({ redis, connections: chosen.map(({ profile }) => profile.name), onError });
  return {
    benches: chosen.map((connection) =>
      benchOf(createConnectionParts({ connection, config, redis, publisher }), connection),
    ),
    redis: createRedisSurveyor(redis, { keyPrefix: KEY_PREFIX, lastError: () => lastError }),
    publicUrl: config.publicUrl,
    probe: probeAddress,
    readClock,
    now: Date.now,
    async close() {
      if (redis.status === 'ready') await publisher.close();
      redis.disconnect();
    },
  };
}

/** The doctor's few calls to Checkr go past the budget: they must work without Redis. */
function benchOf({ session, deps }: ReturnType<typeof createConnectionParts>, connection: ConnectionConfig): Bench {
  const { profile, salesforce, checkrUrl, checkrApiKeys, checkrDashboardUrl: dashboardUrl } = connection;
  const http = createCheckrHttp({ baseUrl: checkrUrl, apiKey: checkrApiKeys[0] });
  return {
    profile,
    org: createOrgSurveyor({ session, org: deps.org, username: salesforce.username }),
    checkr: createCheckrSurveyor(http, createCheckr({ http, dashboardUrl })),
    grants: readGrants(profile.ordering),
    loginUrl: salesforce.loginUrl,
    checkrUrl,
    syncPackages: () => syncPackages(deps),
  };
}

function chosenConnections({ connections }: Config, names: string[]): ConnectionConfig[] {
  const known = connections.map(({ profile }) => profile.name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new UsageError(`There is no connection ${unknown.join(', ')}; there are: ${known.join(', ')}.`);
  return names.length === 0 ? connections : connections.filter(({ profile }) => names.includes(profile.name));
}

/** Waits for Redis, but not for ever. */
async function orDeadline(redis: Redis): Promise<void> {
  await once(redis, 'ready', { signal: AbortSignal.timeout(REDIS_DEADLINE_MS) }).catch(() => undefined);
}
