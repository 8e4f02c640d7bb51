import { candidateJson } from '../candidates/candidate.ts';
import { documentJson } from '../documents/document-json.ts';
import { ApiError } from '../http/api-error.ts';
import type { Parts } from '../parts.ts';
import { screeningJson } from '../screenings/screening-json.ts';
import { SCREENING_KINDS } from '../screenings/screening-types.ts';
import type { Report } from './report.ts';

/** What can be asked for too but no report of this simulator ever has. */
const NEVER_THERE: Record<string, null | []> = {
  arrest_search: null,
  candidate_stories: [],
  county_civil_searches: [],
  credit_report: null,
  dispute_comments: [],
  eviction_search: null,
  geos: [],
  international_criminal_searches: [],
  municipal_criminal_searches: [],
  occupational_health_screening: null,
  photo_verification: null,
  pointer_state_criminal_searches: [],
  program: null,
  public_comments: [],
  self_disclosures: [],
};
const OTHER_NAMES: Record<string, string> = { terrorist_watchlist_search: 'global_watchlist_search' };

/** The objects that `include` asks to be put into a report. @throws ApiError 400 naming what cannot be included. */
export function embedded(parts: Parts, report: Report, include: string | undefined): Record<string, unknown> {
  const names = (include ?? '').split(',').filter((name) => name !== '');
  return Object.fromEntries(names.map((name) => [name, resource(parts, report, name)]));
}

function resource(parts: Parts, report: Report, name: string): unknown {
  if (name === 'candidate') {
    const candidate = parts.store.candidates.get(report.candidate_id);
    return candidate ? candidateJson(candidate) : null;
  }
  if (name === 'documents') {
    const documents = report.document_ids.flatMap((id) => parts.store.documents.get(id) ?? []);
    return documents.map((document) => documentJson(parts, document));
  }
  return name in NEVER_THERE ? NEVER_THERE[name] : screeningsCalled(report, OTHER_NAMES[name] ?? name);
}

function screeningsCalled(report: Report, name: string): unknown {
  const [type, kind] = SCREENING_KINDS.find(([, { include }]) => include === name) ?? [];
  if (!type || !kind) throw new ApiError(400, `include of ${name} is not known to this simulator`);
  const screenings = report.screenings.filter((screening) => screening.type === type).map(screeningJson);
  return kind.isMany ? screenings : (screenings[0] ?? null);
}
