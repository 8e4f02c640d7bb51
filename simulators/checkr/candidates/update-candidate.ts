import { ApiError } from '../http/api-error.ts';
import type { Parts } from '../parts.ts';
import { candidateJson } from './candidate.ts';
import type { Candidate, CandidateFields } from './candidate.ts';
import type { CandidateBody } from './candidate-body.ts';
import { candidateProblems, licenseProblem } from './candidate-problems.ts';
import { keptFields, refuse } from './create-candidate.ts';

const ALWAYS_OPEN = new Set<string>([
  'email',
  'phone',
  'previous_driver_license_number',
  'previous_driver_license_state',
  'copy_requested',
  'custom_id',
  'metadata',
]);

/** Changes a candidate; once it has reports, only empty fields and a few others. @throws ApiError 400 */
export function updateCandidate(parts: Parts, candidate: Candidate, body: CandidateBody): void {
  const given = keptFields(body);
  refuse(candidateProblems(given, parts.timeline.now()));
  const fields = { ...candidate, ...given };
  refuse([licenseProblem(fields.driver_license_number, fields.driver_license_state) ?? []].flat());
  if (candidate.report_ids.length > 0) refuseSettledFields(candidate, given);
  Object.assign(candidate, given, {
    metadata: mergedMetadata(candidate.metadata, body.metadata),
    updated_at: parts.timeline.stamp(),
  });
  parts.publish('candidate.updated', candidateJson(candidate));
}

function refuseSettledFields(candidate: Candidate, given: Partial<CandidateFields>): void {
  for (const [name, value] of Object.entries(given)) {
    const current = candidate[name as keyof CandidateFields];
    if (ALWAYS_OPEN.has(name) || current === null || current === value) continue;
    const label = name === 'ssn' ? 'SSN' : name.replaceAll('_', ' ');
    throw new ApiError(400, `Candidate ${label} can not be updated because it has reports`);
  }
}

function mergedMetadata(current: Record<string, string>, sent: CandidateBody['metadata']): Record<string, string> {
  if (sent === undefined) return current;
  if (sent === null || Object.keys(sent).length === 0) return {};
  return Object.fromEntries(Object.entries({ ...current, ...sent }).filter(([, value]) => value !== ''));
}
