import type { WireObject } from '../wire-object.ts';
import type { WorkLocation } from '../candidates/candidate.ts';
import type { Screening } from '../screenings/screening.ts';
import { screeningJson } from '../screenings/screening-json.ts';
import { SCREENING_KINDS } from '../screenings/screening-types.ts';
import type { Outcome } from './outcomes.ts';

/** What has been decided on a candidate after a report. */
export type Adjudication = 'engaged' | 'pre_adverse_action' | 'post_adverse_action' | null;

/** A report as the simulator keeps it. */
export interface Report {
  id: string;
  status: 'pending' | 'complete' | 'suspended' | 'paused' | 'dispute' | 'canceled';
  result: 'clear' | 'consider' | null;
  created_at: string;
  completed_at: string | null;
  revised_at: string | null;
  upgraded_at: string | null;
  turnaround_time: number | null;
  package: string;
  tags: string[];
  adjudication: Adjudication;
  assessment: 'eligible' | 'review' | 'escalated' | null;
  source: 'api' | 'form' | 'continuous_check' | 'manual_order' | 'recurrence' | 'web';
  /** `tier|name` of the node it was ordered for and of those above it. */
  segment_stamps: string[];
  work_locations: WorkLocation[];
  estimate: { generated_at: string; completion_time: string } | null;
  candidate_id: string;
  document_ids: string[];
  screenings: Screening[];
  /** How it goes, when its order said so; the table of test people decides otherwise. */
  orderedOutcome: Outcome | null;
  /** Calls off the step that is waiting. */
  callOffNextStep: () => void;
}

/** The report as the API shows it: its own fields, then the ids of its screenings. */
export function reportJson(report: Report): WireObject {
  const drugs = report.screenings.find((screening) => screening.type === 'drug_screening');
  return {
    id: report.id,
    object: 'report',
    uri: `/v1/reports/${report.id}`,
    status: report.status,
    result: report.result,
    includes_canceled: report.screenings.some((screening) => screening.status === 'canceled'),
    created_at: report.created_at,
    completed_at: report.completed_at,
    revised_at: report.revised_at,
    upgraded_at: report.upgraded_at,
    turnaround_time: report.turnaround_time,
    package: report.package,
    tags: report.tags,
    adjudication: report.adjudication,
    assessment: report.assessment,
    source: report.source,
    segment_stamps: report.segment_stamps,
    work_locations: report.work_locations,
    estimated_completion_time: report.estimate?.completion_time ?? null,
    candidate_id: report.candidate_id,
    ...screeningIds(report),
    drug_screening: drugs ? screeningJson(drugs) : null,
    document_ids: report.document_ids,
    geo_ids: [],
    program_id: null,
    candidate_story_ids: [],
    self_disclosure_ids: [],
    archived: false,
  };
}

const NEVER_RUN = {
  municipal_criminal_search_ids: [],
  arrest_search_id: null,
  occupational_health_screening_id: null,
};

function screeningIds(report: Report): Record<string, unknown> {
  const ids: Record<string, unknown> = {};
  for (const [type, kind] of SCREENING_KINDS) {
    const ofType = report.screenings.filter((screening) => screening.type === type).map((screening) => screening.id);
    if (!kind.reportKey || (kind.isInternational && ofType.length === 0)) continue;
    ids[kind.reportKey] = kind.isMany ? ofType : (ofType[0] ?? null);
  }
  return { ...ids, terrorist_watchlist_search_id: ids['global_watchlist_search_id'], ...NEVER_RUN };
}
