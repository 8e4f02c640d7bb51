import { createConnectionParts, type ConnectionPartsOptions } from './connection-parts.ts';
import type { JobHandlers } from './queue/jobs.ts';
import { applyEvent } from './use-cases/apply-event.ts';
import { carryOutAction } from './use-cases/carry-out-action.ts';
import { matchParked, reportParked } from './use-cases/match-parked.ts';
import { reconcile } from './use-cases/reconcile.ts';
import { rereadRevised } from './use-cases/reread-revised.ts';
import { syncPackages } from './use-cases/sync-packages.ts';

/** What one connection does with its jobs, on real parts built once. */
export function createConnectionJobs(options: ConnectionPartsOptions): JobHandlers {
  const { deps } = createConnectionParts(options);
  return {
    'carry-out-action': async (payload, log) =>
      log.info({ ...payload, became: await carryOutAction(deps, payload) }, 'action'),
    'apply-event': async (payload, log) => log.info({ ...payload, became: await applyEvent(deps, payload) }, 'event'),
    'sync-packages': () => syncPackages(deps),
    'match-parked': async (_payload, log) => log.info(await matchParked(deps), 'parked events looked at'),
    'report-parked': async (_payload, log) => {
      const { unmatched } = await reportParked(deps);
      if (unmatched > 0) log.warn({ unmatched }, 'events never matched');
    },
    reconcile: async (_payload, log) =>
      log.info({ ...(await reconcile(deps)), ...(await rereadRevised(deps)) }, 'reconciled'),
  };
}
