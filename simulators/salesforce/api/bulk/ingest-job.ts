import { ApiError } from '../../database/api-error.ts';
import type { RunningUser } from '../../model.ts';
import type { SaveError } from '../../save-model.ts';
import type { JobOrder } from './job-order.ts';

/** A row that was tried: its cells as uploaded, and what became of it. */
export interface RowOutcome {
  cells: string[];
  id: string | null;
  isNew: boolean;
  errors: SaveError[];
}

/** One load: a CSV on its way into one object. */
export interface IngestJob {
  readonly id: string;
  readonly user: RunningUser;
  readonly order: JobOrder;
  /** Of the path it was made at: 66. */
  readonly apiVersion: number;
  readonly createdDate: Date;
  changedAt: Date;
  state: 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';
  /** Why it failed as a whole. */
  errorMessage?: string;
  /** The CSV; undefined until it was uploaded. */
  content?: string;
  columns: string[];
  /** Rows that were not tried yet. */
  waiting: string[][];
  outcomes: RowOutcome[];
  activeMs: number;
}

/** A job that cannot go on. The message is the job's `errorMessage`. */
export class JobFailure extends Error {}

/** @throws ApiError 400 `INVALIDJOBSTATE` when the job is in no state that allows it. */
export function expectState({ state }: IngestJob, allowed: IngestJob['state'][], message: string): void {
  if (!allowed.includes(state)) throw new ApiError(400, 'INVALIDJOBSTATE', message);
}

/** What is told of a job when it is made or moved. */
export function jobSummary({ id, user, order, apiVersion, ...job }: IngestJob) {
  const { object, operation, contentType, externalIdFieldName } = order;
  return {
    id,
    operation,
    object,
    createdById: user.id,
    createdDate: shownMoment(job.createdDate),
    systemModstamp: shownMoment(job.changedAt),
    state: job.state,
    ...(externalIdFieldName === undefined ? {} : { externalIdFieldName }),
    concurrencyMode: 'Parallel',
    contentType,
    apiVersion,
    ...(job.state === 'Open' ? { contentUrl: `services/data/v${apiVersion}.0/jobs/ingest/${id}/batches` } : {}),
    lineEnding: order.lineEnding,
    columnDelimiter: order.columnDelimiter,
  };
}

/** All that is told of a job. */
export function jobInfo(job: IngestJob) {
  const counts = {
    numberRecordsProcessed: job.outcomes.length,
    numberRecordsFailed: job.outcomes.filter(({ errors }) => errors.length > 0).length,
  };
  return {
    ...jobSummary(job),
    jobType: 'V2Ingest',
    ...counts,
    ...(job.errorMessage === undefined ? {} : { errorMessage: job.errorMessage }),
    retries: 0,
    totalProcessingTime: job.activeMs,
    apiActiveProcessingTime: job.activeMs,
    apexProcessingTime: 0,
  };
}

function shownMoment(moment: Date): string {
  return moment.toISOString().replace(/Z$/, '+0000');
}
