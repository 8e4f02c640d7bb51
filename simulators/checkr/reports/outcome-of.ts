import type { Candidate } from '../candidates/candidate.ts';
import { outcomeFor } from './outcomes.ts';
import type { Outcome } from './outcomes.ts';
import type { Report } from './report.ts';

/** How a report goes: as its order said, or as the table of test people says of the candidate. */
export function outcomeOf(report: Report, candidate: Candidate): Outcome {
  return report.orderedOutcome ?? outcomeFor(candidate);
}
