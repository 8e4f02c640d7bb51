import { candidateJson } from '../candidates/candidate.ts';
import { ApiError } from '../http/api-error.ts';
import type { Parts } from '../parts.ts';
import { screeningJson } from '../screenings/screening.ts';
import { SCREENING_KINDS } from '../screenings/screening-types.ts';
import type { Report } from './report.ts';

/** The objects that `include` asks to be put into a report. @throws ApiError 400 naming what cannot be included. */
export function embedded(parts: Parts, report: Report, include: string | undefined): Record<string, unknown> {
  const names = (include ?? '').split(',').filter((name) => name !== '');
  return Object.fromEntries(names.map((name) => [name, resource(parts, report, name)]));
}

function resource({ store }: Parts, report: Report, name: string): unknown {
  if (name === 'candidate') {
    const candidate = store.candidates.get(report.candidate_id);
    return candidate ? candidateJson(candidate) : null;
  }
  const [type, kind] =
    SCREENING_KINDS.find(([single, { plural, isMany }]) => name === (isMany ? plural : single)) ?? [];
  if (!type || !kind) throw new ApiError(400, `include of ${name} is not known to this simulator`);
  const screenings = report.screenings.filter((screening) => screening.type === type).map(screeningJson);
  return kind.isMany ? screenings : (screenings[0] ?? null);
}
