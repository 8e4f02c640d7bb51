import type { Redis } from 'ioredis';
import { createCheckr } from './checkr/checkr.ts';
import { createCheckrHttp } from './checkr/http.ts';
import type { Config } from './config.ts';
import type { ConnectionConfig } from './connection-config.ts';
import type { ParkedEvent } from './domain/parked-event.ts';
import { RECONCILE, REREAD } from './domain/vendor-event.ts';
import { jobId, type JobRequest, type Publisher } from './queue/jobs.ts';
import { KEY_PREFIX } from './queue/redis.ts';
import { createCheckRecords } from './salesforce/check-records.ts';
import { createConsentFiles } from './salesforce/consent-files.ts';
import { createOrg } from './salesforce/org.ts';
import { createOrgSession } from './salesforce/org-session.ts';
import { createParkedEvents } from './salesforce/parked-events.ts';
import { createPackageRecords } from './salesforce/package-records.ts';
import { createCallBudget } from './store/call-budget.ts';
import { createCursor } from './store/cursor.ts';
import { createRecordLock } from './store/record-lock.ts';
import type { ReconcileJob } from './use-cases/reconcile.ts';

export interface ConnectionPartsOptions {
  connection: ConnectionConfig;
  config: Config;
  redis: Redis;
  publisher: Publisher;
  /** Told what an operator counts. */
  watch?: ConnectionWatch;
}

/** What happens on a connection besides its jobs. */
export interface ConnectionWatch {
  orgCallsLeft(connection: string, left: number): void;
  checkrCallsLeft(connection: string, left: number): void;
  eventBecame(connection: string, became: string): void;
  /** Events of the last days that wait in the audit. */
  eventsWaiting(connection: string, count: number): void;
}

/** The real parts one connection's work stands on: for its jobs and for the operator's commands. */
export function createConnectionParts({ connection, config, redis, publisher, watch }: ConnectionPartsOptions) {
  const { profile, salesforce, checkrUrl, checkrApiKeys, checkrDashboardUrl, checkrCallsPerMinute } = connection;
  const session = createOrgSession({
    ...salesforce,
    onCallsLeft: (left) => watch?.orgCallsLeft(profile.name, left),
  });
  const budget = createCallBudget({
    ...{ redis, keyPrefix: KEY_PREFIX, perMinute: checkrCallsPerMinute },
    account: checkrApiKeys[0],
  });
  const http = createCheckrHttp({
    ...{ baseUrl: checkrUrl, apiKey: checkrApiKeys[0], budget },
    onCallsLeft: (left) => watch?.checkrCallsLeft(profile.name, left),
  });
  const cursor = (name: string) => createCursor(redis, `${KEY_PREFIX}:${name}-cursor:${profile.name}`);
  const deps = {
    connection: profile,
    checkr: createCheckr({ http, dashboardUrl: checkrDashboardUrl }),
    records: createCheckRecords({ session, readsDirectAnswers: profile.ordering === 'report' }),
    packages: createPackageRecords(session, profile.defaultPackage),
    consentFiles: createConsentFiles(session),
    parked: createParkedEvents(session),
    org: createOrg(session),
    lock: createRecordLock(redis, { keyPrefix: KEY_PREFIX, lockMs: 2 * config.workerLockMs }),
    now: Date.now,
    after: config.reconcileAfter,
    // A fifth of what Checkr allows in a minute; the rest is for what just happened.
    openPerRun: Math.ceil(checkrCallsPerMinute / 5),
    cursors: { outstanding: cursor('outstanding'), open: cursor('reconcile') },
    revisedCursor: cursor('revised'),
    waitingCursors: { Parked: cursor('parked'), Failed: cursor('failed') },
    reportedCursor: cursor('reported'),
    linkedCursor: cursor('linked'),
    callbacksCursor: cursor('callbacks'),
    unheardCursor: cursor('unheard'),
    apply: (events: ParkedEvent[], round: number) =>
      publisher.publish(events.flatMap((event) => requestOfParked(profile.name, event, round))),
    requeue: (jobs: ReconcileJob[], round: number) =>
      publisher.publish(jobs.map((job) => requestOf(profile.name, job, round))),
  };
  return { session, deps };
}

function requestOf(connection: string, job: ReconcileJob, round: number): JobRequest {
  if (job.kind === 'action') {
    const id = jobId('reconcile', `${job.checkId}-${round}`);
    return { connection, name: 'carry-out-action', payload: { checkId: job.checkId }, id };
  }
  if (job.kind === 'reread') {
    const id = jobId('reread', `${job.reportId}-${round}`);
    const payload = { eventId: id, type: REREAD, objectType: 'report', objectId: job.reportId } as const;
    return { connection, name: 'apply-event', payload, id };
  }
  const { objectType, objectId } = job;
  const id = jobId('reconcile', `${objectId}-${round}`);
  return { connection, name: 'apply-event', payload: { eventId: id, type: RECONCILE, objectType, objectId }, id };
}

const OBJECT_TYPES = ['invitation', 'report', 'adverse_action'] as const;

/** The event as its door would have queued it; none for a type of another kind of object. */
function requestOfParked(connection: string, event: ParkedEvent, round: number): JobRequest[] {
  const objectType = OBJECT_TYPES.find((each) => event.type.startsWith(`${each}.`));
  if (!objectType) return [];
  const { eventId, type, objectId, occurredAt } = event;
  const payload = { eventId, type, objectType, objectId, ...(occurredAt ? { occurredAt } : {}), wasParked: true };
  return [{ connection, name: 'apply-event', payload, id: jobId('parked', `${eventId}-${round}`) }];
}
