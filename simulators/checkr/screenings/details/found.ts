import type { CandidateFields } from '../../candidates/candidate.ts';

/** What a screening looked at and what came of it. */
export interface Found {
  person: CandidateFields;
  hasRecord: boolean;
  /** Fields of an SSN trace that differ from a good one. */
  trace: Record<string, unknown>;
  /** When it was done. */
  at: string;
}

/** First, middle and last name as one text. */
export function fullName(person: CandidateFields): string {
  return [person.first_name, person.middle_name, person.last_name].filter(Boolean).join(' ');
}
