import { ApiError } from '../../database/api-error.ts';
import { recordId } from '../../database/record-id.ts';
import type { RunningUser } from '../../model.ts';
import type { SimulatedOrg } from '../../org.ts';
import type { IngestJob } from './ingest-job.ts';
import { jobOrder } from './job-order.ts';

/** The loads of an org. */
export interface IngestJobs {
  /** @throws ApiError 400 for what the user cannot load. */
  create(user: RunningUser, body: unknown, apiVersion: number): IngestJob;
  /** @throws ApiError 404, and 400 for somebody else's job. */
  get(user: RunningUser, id: string): IngestJob;
  remove(id: string): void;
  clear(): void;
}

/** None yet. */
export function createIngestJobs(org: SimulatedOrg): IngestJobs {
  const jobs = new Map<string, IngestJob>();
  let made = 0;
  return {
    create(user, body, apiVersion) {
      const order = jobOrder({ org, user }, body);
      const now = org.now();
      const job: IngestJob = {
        ...{ id: recordId('750', (made += 1)), user, order, apiVersion, createdDate: now, changedAt: now },
        ...{ state: 'Open', columns: [], waiting: [], outcomes: [], activeMs: 0 },
      };
      jobs.set(job.id.slice(0, 15), job);
      return job;
    },
    get(user, id) {
      const job = jobs.get(id.slice(0, 15));
      if (!job) throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
      if (job.user.id === user.id || user.isAdmin) return job;
      throw new ApiError(400, 'INVALIDUSER', 'The job was created by another user');
    },
    remove: (id) => void jobs.delete(id.slice(0, 15)),
    clear: () => void jobs.clear(),
  };
}
