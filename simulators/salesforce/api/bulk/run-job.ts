import type { SimulatedOrg } from '../../org.ts';
import { readHeader, type Column } from './columns.ts';
import { JobFailure, type IngestJob } from './ingest-job.ts';
import { loadRows } from './load-rows.ts';
import { readTable } from './read-table.ts';

/** Rows of one transaction. */
const CHUNK = 200;

/** Works a job off behind what the org has to do already, a chunk of rows at a time, so that it can be aborted meanwhile. */
export function runJob(org: SimulatedOrg, job: IngestJob): void {
  enqueue(org, job, () => begin(org, job));
}

function begin(org: SimulatedOrg, job: IngestJob): void {
  if (job.state !== 'UploadComplete') return;
  const table = readTable(job.content ?? '', job.order);
  job.columns = table.columns;
  job.waiting = table.rows;
  const columns = readHeader({ org, user: job.user }, job.order, table.columns);
  job.state = 'InProgress';
  enqueue(org, job, () => loadNext(org, job, columns));
}

function loadNext(org: SimulatedOrg, job: IngestJob, columns: Column[]): void {
  if (job.state !== 'InProgress') return;
  const rows = job.waiting.slice(0, CHUNK);
  job.outcomes.push(...loadRows({ org, user: job.user }, job.order, { columns, rows }));
  job.waiting.splice(0, CHUNK);
  if (job.waiting.length > 0) enqueue(org, job, () => loadNext(org, job, columns));
  else job.state = 'JobComplete';
}

function enqueue(org: SimulatedOrg, job: IngestJob, work: () => void): void {
  org.database.afterCommit.add(() => {
    const started = performance.now();
    try {
      work();
    } catch (error) {
      job.state = 'Failed';
      job.errorMessage = error instanceof Error ? error.message : String(error);
      if (!(error instanceof JobFailure)) throw error;
    } finally {
      job.activeMs += Math.round(performance.now() - started);
      job.changedAt = org.now();
    }
  });
}
