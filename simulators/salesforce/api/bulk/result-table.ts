import { stringify } from 'csv-stringify/sync';
import type { IngestJob, RowOutcome } from './ingest-job.ts';
import { csvFormat } from './read-table.ts';

/** The rows that were saved, as CSV: id, whether it is new, and what was uploaded. */
export function successfulResults(job: IngestJob): string {
  const saved = job.outcomes.filter(({ errors }) => errors.length === 0);
  const rows = saved.map(({ id, isNew, cells }) => [id ?? '', String(isNew), ...cells]);
  return toCsv(job, [['sf__Id', 'sf__Created', ...job.columns], ...rows]);
}

/** The rows that were refused, as CSV: id if there is one, why, and what was uploaded. */
export function failedResults(job: IngestJob): string {
  const refused = job.outcomes.filter(({ errors }) => errors.length > 0);
  const rows = refused.map((row) => [row.id ?? '', wordsOf(row), ...row.cells]);
  return toCsv(job, [['sf__Id', 'sf__Error', ...job.columns], ...rows]);
}

/** The rows nobody tried, as CSV, as they were uploaded. */
export function unprocessedRecords(job: IngestJob): string {
  if (job.columns.length === 0) return job.content ?? '';
  return toCsv(job, [job.columns, ...job.waiting]);
}

function wordsOf({ errors }: RowOutcome): string {
  return errors
    .map(({ statusCode, message, fields }) => `${statusCode}:${message}:${fields.map((name) => `${name} `).join('')}--`)
    .join(';');
}

function toCsv({ order }: IngestJob, rows: string[][]): string {
  return stringify(rows, { ...csvFormat(order), quoted: true, quoted_empty: true });
}
