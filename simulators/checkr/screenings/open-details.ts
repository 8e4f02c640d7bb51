import type { WorkLocation } from '../candidates/candidate.ts';
import { openDrugDetails } from './details/drug-details.ts';
import type { ScreeningType } from './screening-types.ts';

const NO_ESTIMATE = { estimated_completion_time: null, estimated_completion_date: null };
const DOCUMENT_ONLY = 'international_identity_document_validation';

/** What a screening shows from the start, before it has found anything: where it looks, and who is to do what. */
export function openDetails(
  type: ScreeningType,
  order: { reportId: string; place: WorkLocation | undefined; subtype: string | null; createdAt: string },
): Record<string, unknown> {
  const { place, subtype } = order;
  const state = place?.state ?? 'CA';
  if (type === 'county_criminal_search') return { county: 'SAMPLE COUNTY', state, ...NO_ESTIMATE };
  if (type === 'state_criminal_search') return { state, ...NO_ESTIMATE };
  if (type === 'drug_screening') return openDrugDetails(order.createdAt);
  if (type === 'drug_alcohol_clearinghouse') return { report_id: order.reportId, query_result: null };
  if (type === 'facis_search') return { subtype: subtype ?? '3' };
  if (type.startsWith('international_') && type !== DOCUMENT_ONLY) return { country: place?.country ?? null };
  return {};
}
