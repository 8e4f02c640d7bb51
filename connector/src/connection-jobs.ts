import { createAtsJobs } from './ats-jobs.ts';
import { createConnectionParts, type ConnectionPartsOptions } from './connection-parts.ts';
import type { JobHandlers } from './queue/jobs.ts';
import { createVendorRecords } from './salesforce/vendor-records.ts';
import { applyOrKeep } from './use-cases/apply-or-keep.ts';
import { carryOutAction } from './use-cases/carry-out-action.ts';
import { findUnheard } from './use-cases/find-unheard.ts';
import { matchParked } from './use-cases/match-parked.ts';
import { matchResults } from './use-cases/match-results.ts';
import { namingCheck } from './use-cases/naming-check.ts';
import { reconcile } from './use-cases/reconcile.ts';
import { reportParked } from './use-cases/report-parked.ts';
import { rereadRevised } from './use-cases/reread-revised.ts';
import { runEach } from './use-cases/run-each.ts';
import { syncPackages } from './use-cases/sync-packages.ts';

/** What one connection does with its jobs, on real parts built once. */
export function createConnectionJobs(options: ConnectionPartsOptions): JobHandlers {
  const { watch } = options;
  const { name } = options.connection.profile;
  const { deps, session } = createConnectionParts(options);
  const ats = createAtsJobs({ ...options, ...deps, connection: options.connection, session });
  const resultDeps = {
    ...{ connection: deps.connection, now: deps.now, linkedCursor: deps.linkedCursor },
    ...{ vendors: options.connection.vendors.map(({ name }) => name) },
    records: { ...deps.records, ...createVendorRecords(session) },
  };
  return {
    'carry-out-action': async (payload, log) => {
      const became = await ats.telling((records) => carryOutAction({ ...deps, records }, payload));
      log.info({ ...payload, became }, 'action');
    },
    'apply-event': async (payload, log, tries) => {
      const applied = await ats.telling((records) =>
        namingCheck(records, (named) => applyOrKeep({ ...deps, records: named }, payload, tries)),
      );
      log.info({ ...payload, ...applied }, 'event');
      watch?.eventBecame(name, applied.became);
    },
    'notify-ats': (payload, log) => ats.notify(payload, log),
    'sync-packages': () => syncPackages(deps),
    'match-parked': async (_payload, log) => {
      const found = await matchParked(deps);
      log.info({ ...found }, 'waiting events looked at');
      watch?.eventsWaiting(name, found.waiting);
    },
    'report-parked': async (_payload, log) => {
      const { unmatched } = await reportParked(deps);
      if (unmatched > 0) log.warn({ unmatched }, 'events never matched');
    },
    reconcile: async (_payload, log) => {
      const { forgotten, ...found } = await runEach({
        callbacks: () => ats.requeue(),
        forgotten: () => reconcile(deps),
        revised: () => rereadRevised(deps),
        unheard: () => findUnheard(deps),
        results: () => matchResults(resultDeps),
      });
      log.info({ ...found, ...forgotten }, 'reconciled');
    },
  };
}
