import type { Candidate } from '../candidates/candidate.ts';
import { getOrderedCandidate } from '../candidates/get-ordered-candidate.ts';
import { ApiError } from '../http/api-error.ts';
import { refuseWithoutNode, stampsOfNode } from '../nodes/stamps-of-node.ts';
import { getPackage } from '../packages/get-package.ts';
import { isByInvitationOnly } from '../packages/ordering-limits.ts';
import type { Parts } from '../parts.ts';
import { DAY_SECONDS } from '../time/timeline.ts';
import type { OrderBody } from './order-body.ts';
import type { Report } from './report.ts';
import { reportProblem } from './report-problem.ts';
import { startReport } from './start-report.ts';

const REPORTS_PER_DAY = 3;

/** Orders a report on a candidate whose data are all there. @throws ApiError 400, 403, 404, 409 */
export function orderReport(parts: Parts, body: OrderBody): Report {
  const { store, timeline } = parts;
  const candidate = getOrderedCandidate(store, body.candidate_id);
  const ordered = getPackage(store, body.package);
  refuseWithoutNode(store, body);
  if (isByInvitationOnly(ordered)) {
    throw new ApiError(400, `Package ${ordered.slug} can only be ordered by invitation`);
  }
  const problem = reportProblem(candidate, ordered, timeline.now());
  if (problem) throw new ApiError(400, problem);
  const documentIds = consentsOf(parts, candidate, body.consent_document_ids);
  refuseTooMany(parts, candidate);
  const { tags = [], work_locations: workLocations = [] } = body;
  const segmentStamps = stampsOfNode(store, body.node);
  return startReport(parts, { candidate, ordered, source: 'api', tags, workLocations, segmentStamps, documentIds });
}

function consentsOf({ store, requiresConsent }: Parts, candidate: Candidate, ids: string[] = []): string[] {
  if (requiresConsent && ids.length === 0) throw new ApiError(400, 'consent_document_ids is missing');
  const areConsents = ids.every((id) => {
    const document = store.documents.get(id);
    return document?.candidate_id === candidate.id && document.type === 'consent';
  });
  if (!areConsents) throw new ApiError(400, 'consent_document_ids is invalid');
  return ids;
}

function refuseTooMany({ store, timeline }: Parts, candidate: Candidate): void {
  const recent = candidate.report_ids.filter((id) => {
    const report = store.reports.get(id);
    return report && timeline.secondsSince(report.created_at) < DAY_SECONDS;
  });
  if (recent.length < REPORTS_PER_DAY) return;
  throw new ApiError(
    409,
    `Duplicate report detected. No more than ${REPORTS_PER_DAY} reports per candidate can be created within a 24 hour period`,
  );
}
