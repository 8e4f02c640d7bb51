import { candidateJson } from '../candidates/candidate.ts';
import { getOrderedCandidate } from '../candidates/get-ordered-candidate.ts';
import { ApiError } from '../http/api-error.ts';
import { getPackage } from '../packages/get-package.ts';
import type { Parts } from '../parts.ts';
import { startReport } from '../reports/start-report.ts';
import { applicationProblems, fieldsOf } from './application.ts';
import type { Application, ApplicationProblem } from './application.ts';
import { invitationJson } from './invitation.ts';
import type { Invitation } from './invitation.ts';

/**
 * Does what the applicant's submit does: fills the candidate, completes the invitation and starts the report.
 * @returns what is wrong with the answers; empty when it is done.
 * @throws ApiError 400 unless the invitation is open.
 */
export function completeInvitation(parts: Parts, invitation: Invitation, answers: Application): ApplicationProblem[] {
  const { store, timeline, publish } = parts;
  if (invitation.deleted_at) throw new ApiError(400, 'Invitation has been canceled');
  if (invitation.status !== 'pending') throw new ApiError(400, `Invitation is ${invitation.status}`);
  const candidate = getOrderedCandidate(store, invitation.candidate_id);
  const ordered = getPackage(store, invitation.package);
  const problems = applicationProblems({ candidate, ordered, now: timeline.now() }, answers);
  if (problems.length > 0) return problems;
  invitation.callOffExpiry();
  Object.assign(candidate, fieldsOf(answers), { updated_at: timeline.stamp() });
  publish('candidate.updated', candidateJson(candidate));
  const { tags, workLocations, segmentStamps } = invitation;
  const report = startReport(parts, { candidate, ordered, source: 'form', tags, workLocations, segmentStamps });
  Object.assign(invitation, { status: 'completed', completed_at: timeline.stamp(), report_id: report.id });
  publish('invitation.completed', invitationJson(invitation));
  return [];
}
