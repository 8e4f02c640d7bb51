import { candidateJson } from '../candidates/candidate.ts';
import type { Parts } from '../parts.ts';
import { reportJson } from './report.ts';
import type { Adjudication, Report } from './report.ts';

/** Notes what was decided on a candidate after a report, on both, and tells the webhooks; taking it back is not told. */
export function adjudicate({ store, publish }: Parts, report: Report, decision: Adjudication): void {
  report.adjudication = decision;
  const candidate = store.candidates.get(report.candidate_id);
  if (candidate?.report_ids.at(-1) === report.id) candidate.adjudication = decision;
  if (!decision) return;
  publish(`report.${decision}`, reportJson(report));
  if (candidate && decision !== 'engaged') publish(`candidate.${decision}`, candidateJson(candidate));
}
