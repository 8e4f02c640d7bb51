import { z } from 'zod';
import type { Screening, ScreeningResult, ScreeningStatus } from '../domain/screening.ts';

/** Everything Checkr can embed that is a search; what a report does not have comes back empty. */
export const SCREENING_INCLUDES = [
  ...['ssn_trace', 'sex_offender_search', 'global_watchlist_search', 'national_criminal_search'],
  ...['county_criminal_searches', 'state_criminal_searches', 'municipal_criminal_searches', 'federal_criminal_search'],
  ...['county_civil_searches', 'federal_civil_search', 'arrest_search', 'facis_search', 'motor_vehicle_report'],
  ...['pointer_state_criminal_searches', 'eviction_search', 'credit_report'],
  ...['drug_screening', 'drug_alcohol_clearinghouse', 'occupational_health_screening'],
  ...['education_verification', 'employment_verification', 'professional_license_verifications'],
  ...['personal_reference_verifications', 'professional_reference_verifications'],
  ...[
    'international_criminal_searches_v2',
    'international_global_watchlist_search',
    'international_adverse_media_searches',
  ],
  ...['international_education_verification', 'international_employment_verification'],
  'international_identity_document_validation',
] as const;

/** What Checkr's SSN trace may draw attention to. */
export const SSN_TRACE_FLAGS = [
  ...['no_data', 'dob_mismatch', 'name_mismatch', 'data_mismatch', 'thin_file', 'invalid_issuance_year'],
  ...['death_index', 'ssn_already_taken', 'not_found'],
] as const;

const screeningSchema = z
  .object({
    id: z.string().min(1),
    /** Drug screenings carry none. */
    object: z.string().min(1).optional(),
    status: z.string(),
    result: z.string().nullish(),
    completed_at: z.string().nullish(),
    turnaround_time: z.number().nullish(),
    records: z.array(z.unknown()).nullish(),
    cancellation_reason: z.string().nullish(),
    cancellation_reason_description: z.string().nullish(),
    county: z.string().nullish(),
    state: z.string().nullish(),
    country: z.string().nullish(),
    disposition: z.string().nullish(),
    privilege_to_drive: z.string().nullish(),
  })
  .loose();

/** A word Checkr adds one day must not be taken for a finished search: everything unknown is pending. */
const STATUSES: Readonly<Record<string, ScreeningStatus>> = {
  complete: 'Complete',
  clear: 'Complete',
  consider: 'Complete',
  suspended: 'Suspended',
  canceled: 'Canceled',
};
const RESULTS: Readonly<Record<string, ScreeningResult>> = { clear: 'Clear', consider: 'Consider' };

/** The screenings embedded in a report, in the order of the list above. Anything that is not one is passed over. */
export function screeningsOf(report: Readonly<Record<string, unknown>>): Screening[] {
  return SCREENING_INCLUDES.flatMap((name) =>
    [report[name] ?? []].flat().flatMap((embedded) => {
      const parsed = screeningSchema.safeParse(embedded);
      return parsed.success ? [toScreening(parsed.data, name)] : [];
    }),
  );
}

function toScreening(screening: z.infer<typeof screeningSchema>, name: string): Screening {
  const { id, object = name, status, result, disposition } = screening;
  const place = [screening.county, screening.state, screening.country].filter(Boolean).join(', ');
  return {
    externalId: `Checkr:${id}`,
    type: object.startsWith('test_') ? object.slice('test_'.length) : object,
    jurisdiction: place || null,
    status: STATUSES[status] ?? 'Pending',
    // Before April 2021 some searches held their result in the status.
    result: RESULTS[result ?? status] ?? null,
    completedAt: screening.completed_at ?? null,
    turnaroundSeconds: screening.turnaround_time ?? null,
    recordCount: screening.records?.length ?? null,
    flags: [
      ...SSN_TRACE_FLAGS.filter((flag) => screening[flag] === true),
      ...(disposition === 'positive' ? ['positive'] : []),
      ...(screening.privilege_to_drive === 'invalid' ? ['privilege_to_drive_invalid'] : []),
    ],
    cancellationReason: screening.cancellation_reason ?? null,
    error: screening.cancellation_reason_description ?? null,
  };
}
