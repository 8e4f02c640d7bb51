import { createCallbackSender } from './ats/callback-sender.ts';
import type { Config } from './config.ts';
import type { ConnectionConfig } from './connection-config.ts';
import { Failure } from './domain/failure.ts';
import type { CheckRecords, RecordLock } from './domain/ports.ts';
import { jobId, type JobLog, type Publisher } from './queue/jobs.ts';
import { createAtsCallbacks } from './salesforce/ats-callbacks.ts';
import type { OrgSession } from './salesforce/org-session.ts';
import type { Place } from './use-cases/match-parked.ts';
import { notifyAts } from './use-cases/notify-ats.ts';
import { requeueCallbacks } from './use-cases/requeue-callbacks.ts';
import { watchFinalChecks } from './use-cases/watch-final-checks.ts';

/** A slow receiver must not take every place of its connection's queue. */
const MOST_SENT_AT_ONCE = 4;

interface AtsJobsOptions {
  connection: ConnectionConfig;
  config: Config;
  session: OrgSession;
  records: CheckRecords;
  lock: RecordLock;
  publisher: Publisher;
  callbacksCursor: Place;
}

/** What a connection's worker does for applicant tracking systems. */
export interface AtsJobs {
  /** Runs a job on records of its own, then has the systems told of the checks it ended. */
  telling<T>(job: (records: CheckRecords) => Promise<T>): Promise<T>;
  notify(payload: { checkId: string }, log: JobLog): Promise<void>;
  /** Gives how many results were due. */
  requeue(): Promise<number>;
}

/** Builds them; where the connection has no account they do nothing. */
export function createAtsJobs(options: AtsJobsOptions): AtsJobs {
  const { connection, config, session, records, lock, publisher, callbacksCursor } = options;
  const { profile, atsAccounts } = connection;
  const callbacks = createAtsCallbacks(session);
  const deps = {
    ...{ connection: profile, callbacks, records, lock, now: Date.now, firstGapMs: config.atsRetryFirstMs },
    callbacksCursor,
    accounts: atsAccounts.map(({ account }) => account),
    sender: createCallbackSender({ accounts: atsAccounts }),
  };
  const tell = (checkIds: string[]) =>
    publisher.publish(
      checkIds.map((checkId) => {
        const id = jobId('ats', `${checkId}-${Date.now()}`);
        return { connection: profile.name, name: 'notify-ats', payload: { checkId }, id };
      }),
    );
  let sending = 0;

  return {
    async telling(job) {
      if (atsAccounts.length === 0) return job(records);
      const watched = watchFinalChecks(records);
      const result = await job(watched.records);
      // What is lost here, reconciling finds: the record says that somebody waits.
      if (watched.toTell().length > 0) await tell(watched.toTell()).catch(() => undefined);
      return result;
    },
    async notify(payload, log) {
      if (sending >= MOST_SENT_AT_ONCE) throw new Failure('busy', 'ats-callbacks-at-once');
      sending += 1;
      try {
        log.info({ ...payload, became: await notifyAts(deps, payload) }, 'callback');
      } finally {
        sending -= 1;
      }
    },
    requeue: async () => (atsAccounts.length === 0 ? 0 : requeueCallbacks({ ...deps, tell })),
  };
}
