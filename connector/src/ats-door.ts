import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { createAtsLogin } from './ats/login.ts';
import type { Config } from './config.ts';
import type { ConnectionConfig } from './connection-config.ts';
import type { AtsAccount } from './domain/ats-account.ts';
import type { AtsDoorDeps } from './http/deps.ts';
import { jobId, type Publisher } from './queue/jobs.ts';
import { KEY_PREFIX } from './queue/redis.ts';
import { createAtsOrders } from './salesforce/ats-orders.ts';
import { createOrgSession } from './salesforce/org-session.ts';
import { createPackageOffer } from './salesforce/package-offer.ts';
import { createLoginGuard } from './store/login-guard.ts';
import { createOfferedPackages } from './use-cases/offered-packages.ts';
import { placeAtsOrder, type PlaceAtsOrderDeps } from './use-cases/place-ats-order.ts';

interface AtsDoorOptions {
  config: Config;
  redis: Redis;
  publisher: Publisher;
  log: Logger;
}

/** The doors of applicant tracking systems on real parts. */
export function createAtsDoor({ config, redis, publisher, log }: AtsDoorOptions): AtsDoorDeps {
  const connections = config.connections.filter(({ atsAccounts }) => atsAccounts.length > 0);
  const parts = new Map(
    connections.map((connection) => [connection.profile.name, partsOf(connection, { publisher, log })]),
  );
  const partsFor = ({ connection }: AtsAccount): PlaceAtsOrderDeps => {
    const found = parts.get(connection);
    if (!found) throw new Error(`no connection ${connection}`);
    return found;
  };
  return {
    login: createAtsLogin({
      accounts: connections.flatMap(({ atsAccounts }) => atsAccounts),
      guard: createLoginGuard(redis, KEY_PREFIX),
    }),
    listPackages: (account) => partsFor(account).offer.listOffered(),
    placeOrder: (account, order) => placeAtsOrder(partsFor(account), account, order),
  };
}

function partsOf(
  { profile, salesforce }: ConnectionConfig,
  { publisher, log }: Pick<AtsDoorOptions, 'publisher' | 'log'>,
): PlaceAtsOrderDeps {
  const session = createOrgSession(salesforce);
  return {
    connection: profile,
    orders: createAtsOrders(session),
    offer: createOfferedPackages({ offer: createPackageOffer(session), now: Date.now }),
    async enqueue(checkId) {
      const job = { connection: profile.name, name: 'carry-out-action', payload: { checkId } } as const;
      // The order is in the org, so it is received: what the queue misses, reconciling finds.
      await publisher
        .publish([{ ...job, id: jobId('ats-order', checkId) }])
        .catch(() => log.warn({ connection: profile.name, checkId }, 'order not enqueued'));
    },
  };
}
