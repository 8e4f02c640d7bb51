import { recordId } from '../../database/record-id.ts';
import type { RunningUser } from '../../model.ts';
import type { DeployJob, DeployMessage, DeployOptions } from './deploy-result.ts';

/** A package on its way in. */
export interface DeployOrder {
  user: RunningUser;
  zip: Uint8Array;
  options: DeployOptions;
}

/** The deployments of an org, one at a time in the order they came. */
export interface DeployJobs {
  start(order: DeployOrder): DeployJob;
  find(id: string): DeployJob | undefined;
}

/** `run` deploys one package; what it throws makes the whole deployment fail. */
export function createDeployJobs(run: (order: DeployOrder) => Promise<DeployMessage[]>, now: () => Date): DeployJobs {
  const jobs = new Map<string, DeployJob>();
  let last = Promise.resolve();
  const perform = async (job: DeployJob, order: DeployOrder) => {
    try {
      job.messages = await run(order);
    } catch (error) {
      job.errorMessage = error instanceof Error ? error.message : String(error);
    }
    job.completedDate = now().toISOString();
  };
  return {
    start(order) {
      const { user, options } = order;
      const job: DeployJob = { id: recordId('0Af', jobs.size + 1), user, options, createdDate: now().toISOString() };
      jobs.set(job.id, job);
      last = last.then(() => perform(job, order));
      return job;
    },
    find: (id) => jobs.get(id),
  };
}
