import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { ApiError } from '../../database/api-error.ts';
import type { SimulatedOrg } from '../../org.ts';
import type { ApiEnv } from '../api-env.ts';
import { errorAnswer } from '../error-body.ts';
import { jsonBody, parsedBody } from '../json-body.ts';
import { expectState, jobInfo, jobSummary, type IngestJob } from './ingest-job.ts';
import type { IngestJobs } from './ingest-jobs.ts';
import { failedResults, successfulResults, unprocessedRecords } from './result-table.ts';
import { runJob } from './run-job.ts';
import { uploadedContent } from './uploaded-content.ts';

const stateSchema = z.object({ state: z.enum(['UploadComplete', 'Aborted']) });

const RESULTS: Record<string, (job: IngestJob) => string> = {
  successfulResults,
  failedResults,
  unprocessedrecords: unprocessedRecords,
};

/** Bulk API 2.0 ingest, `…/jobs/ingest`; expects `requireSession` in front. */
export function ingestRoutes({ org, ingestJobs }: { org: SimulatedOrg; ingestJobs: IngestJobs }): Hono<ApiEnv> {
  const path = '/services/data/:version{v[0-9]+\\.0}/jobs/ingest';
  const jobOf = (c: Context<ApiEnv>) => ingestJobs.get(c.get('user'), c.req.param('id') ?? '');
  return new Hono<ApiEnv>()
    .onError((error, c) => {
      const { status, body } = errorAnswer(error);
      return c.json(body, status as ContentfulStatusCode);
    })
    .post(path, async (c) => {
      const version = Number.parseInt(c.req.param('version').slice(1), 10);
      return c.json(jobSummary(ingestJobs.create(c.get('user'), await jsonBody(c), version)));
    })
    .get(`${path}/:id`, (c) => c.json(jobInfo(jobOf(c))))
    .put(`${path}/:id/batches`, async (c) => {
      const job = jobOf(c);
      expectState(job, ['Open'], `Uploading to a job that is ${job.state} not allowed`);
      const content = await uploadedContent(c);
      if (job.content !== undefined) throw uploadedTwice(job);
      job.content = content;
      return c.body(null, 201);
    })
    .patch(`${path}/:id`, async (c) => {
      const job = jobOf(c);
      const { state } = parsedBody(stateSchema, await jsonBody(c));
      if (state === 'Aborted') abort(job);
      else close(org, job);
      job.changedAt = org.now();
      return c.json(jobSummary(job));
    })
    .delete(`${path}/:id`, (c) => {
      const job = jobOf(c);
      const deletable: IngestJob['state'][] = ['UploadComplete', 'JobComplete', 'Aborted', 'Failed'];
      expectState(job, deletable, `Deleting a job that is ${job.state} not allowed`);
      if (job.state === 'UploadComplete') job.state = 'Aborted';
      ingestJobs.remove(job.id);
      return c.body(null, 204);
    })
    .on('GET', [`${path}/:id/:results`, `${path}/:id/:results/`], (c) => {
      const job = jobOf(c);
      const results = RESULTS[c.req.param('results')];
      if (!results) throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
      expectState(job, ['JobComplete', 'Failed', 'Aborted'], `The job is ${job.state}; it has no results yet`);
      return c.body(results(job), 200, { 'content-type': 'text/csv' });
    });
}

function abort(job: IngestJob): void {
  expectState(job, ['Open', 'UploadComplete', 'InProgress'], 'Aborting already Completed Job not allowed');
  job.state = 'Aborted';
}

function close(org: SimulatedOrg, job: IngestJob): void {
  expectState(job, ['Open'], 'Closing already Completed Job not allowed');
  job.state = 'UploadComplete';
  runJob(org, job);
}

function uploadedTwice({ id }: IngestJob): ApiError {
  // The spelling is Salesforce's.
  const message = `Found multipe contents for job: <${id.slice(0, 15)}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`;
  return new ApiError(400, 'INVALIDJOB', message);
}
