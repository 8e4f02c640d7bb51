import { createCheckr } from './checkr/checkr.ts';
import { createCheckrSurveyor } from './checkr/checkr-surveyor.ts';
import { createCheckrHttp } from './checkr/http.ts';
import type { Bench } from './cli/workshop.ts';
import { createConnectionParts, type ConnectionPartsOptions } from './connection-parts.ts';
import { jobId } from './queue/jobs.ts';
import { createAuditPurge } from './salesforce/audit-purge.ts';
import { createReplayObjects } from './salesforce/event-objects.ts';
import { readGrants } from './salesforce/grants.ts';
import { createOrgSurveyor } from './salesforce/org-surveyor.ts';
import { createSyntheticRequests } from './salesforce/synthetic-requests.ts';
import { readShownValues } from './salesforce/shown-values.ts';
import { KEPT_MS, unappliedOf } from './use-cases/match-parked.ts';
import { reconcile } from './use-cases/reconcile.ts';
import { rehearseEvent } from './use-cases/rehearse-event.ts';
import { syncPackages } from './use-cases/sync-packages.ts';

const AHEAD_MS = 60 * 60_000;
const MOST_PARKED = 2000;

/** One connection with everything the operator's commands may need of it, on the parts its jobs stand on. */
export function createBench(options: ConnectionPartsOptions): Bench {
  const { connection, publisher } = options;
  const { profile, salesforce, checkrUrl, checkrApiKeys, checkrDashboardUrl: dashboardUrl } = connection;
  const { session, deps } = createConnectionParts(options);
  // The doctor's few calls go past the budget: they must work without Redis.
  const http = createCheckrHttp({ baseUrl: checkrUrl, apiKey: checkrApiKeys[0] });
  const cursors = { outstanding: placeInMemory(), open: placeInMemory() };
  const requests = createSyntheticRequests(session);
  // The connector's own user sends no outbound messages, so the job is put into the queue where one would have led.
  const act = (checkId: string) => {
    const id = jobId('synthetic', `${checkId}-${Date.now()}`);
    return publisher.publish([{ connection: profile.name, name: 'carry-out-action', payload: { checkId }, id }]);
  };
  return {
    profile,
    org: createOrgSurveyor({ session, org: deps.org, username: salesforce.username }),
    checkr: createCheckrSurveyor(http, createCheckr({ http, dashboardUrl })),
    grants: readGrants(profile.ordering),
    loginUrl: salesforce.loginUrl,
    checkrUrl,
    ats: connection.atsAccounts,
    vendors: connection.vendors,
    syncPackages: () => syncPackages(deps),
    async reconcile(everything) {
      const after = everything ? { outstandingMs: 0, openMs: 0 } : deps.after;
      const { actions, events } = await reconcile({ ...deps, after, cursors });
      return { actions, events, isDone: cursors.outstanding.wasThrough() && cursors.open.wasThrough() };
    },
    async listParked() {
      // The org counts in seconds, and its clock may be ahead of ours.
      const span = { since: Date.now() - KEPT_MS, until: Date.now() + AHEAD_MS, afterId: '', limit: MOST_PARKED };
      const failed = await unappliedOf(deps, await deps.parked.list({ ...span, outcome: 'Failed' }));
      const parked = await unappliedOf(deps, await deps.parked.list({ ...span, outcome: 'Parked' }));
      return [
        ...failed.map((each) => ({ ...each, why: 'failed' })),
        ...parked.map((each) => ({ ...each, why: 'parked' })),
      ];
    },
    retryParked: (events) => deps.apply(events, Date.now()),
    findReplayTargets: createReplayObjects(session),
    rehearse: (target) =>
      rehearseEvent({ ...deps, readShown: (id, fields) => readShownValues(session, id, fields) }, target),
    replay: ({ objectType, objectId }) => {
      const id = jobId('replay', `${objectId}-${Date.now()}`);
      const payload = { eventId: id, type: 'reconcile', objectType, objectId };
      return publisher.publish([{ connection: profile.name, name: 'apply-event', payload, id }]);
    },
    audit: createAuditPurge(session),
    synthetic: {
      statusOf: requests.statusOf,
      async request(personId) {
        const checkId = await requests.request(personId);
        await act(checkId);
        return checkId;
      },
      async cancel(checkId) {
        await requests.cancel(checkId);
        await act(checkId);
      },
    },
    webhookKeys: checkrApiKeys.map((key, index) => ({
      name: `${profile.name}, ${index === 0 ? 'the first key' : `key ${index + 1} (an old one)`}`,
      key,
    })),
  };
}

/** A place to go on from within one command, which knows when its list has come to the end. */
function placeInMemory() {
  let place = '';
  let wasThrough = false;
  return {
    get: () => Promise.resolve(place),
    set: (next: string) => {
      place = next;
      wasThrough ||= next === '';
      return Promise.resolve();
    },
    wasThrough: () => wasThrough,
  };
}
