/** How one kind of screening is called on the wire. */
export interface ScreeningKind {
  /** Path it is read under; null when it is only seen embedded in its report. */
  path: string | null;
  /** Where a report holds its id or ids; null when a report shows none. */
  reportKey: string | null;
  /** What `include` calls it, and where the report then holds it; null when it cannot be embedded. */
  include: string | null;
  /** A report may hold several. */
  isMany: boolean;
  /** Its result is always null: it only points to other searches. */
  isPointerOnly: boolean;
  /** Part of international packages: longer ids, and a report without one does not have its key. */
  isInternational: boolean;
}

const plain = { isMany: false, isPointerOnly: false, isInternational: false };
const one = (type: string, path: string | null): ScreeningKind => ({
  ...plain,
  path,
  reportKey: `${type}_id`,
  include: type,
});
const many = (type: string, path: string): ScreeningKind => ({
  ...plain,
  path,
  reportKey: `${type}_ids`,
  include: path,
  isMany: true,
});
const abroad = (kind: ScreeningKind): ScreeningKind => ({ ...kind, isInternational: true });

/** The screenings this simulator can run; a package holds no other. Checkr's names do not follow one rule. */
export const SCREENING_TYPES = {
  ssn_trace: { ...one('ssn_trace', 'ssn_traces'), isPointerOnly: true },
  sex_offender_search: one('sex_offender_search', 'sex_offender_searches'),
  global_watchlist_search: one('global_watchlist_search', 'global_watchlist_searches'),
  national_criminal_search: { ...one('national_criminal_search', 'national_criminal_searches'), isPointerOnly: true },
  federal_criminal_search: one('federal_criminal_search', 'federal_criminal_searches'),
  county_criminal_search: many('county_criminal_search', 'county_criminal_searches'),
  state_criminal_search: many('state_criminal_search', 'state_criminal_searches'),
  motor_vehicle_report: one('motor_vehicle_report', 'motor_vehicle_reports'),
  federal_district_criminal_search: {
    ...one('federal_district_criminal_search', 'federal_district_criminal_searches'),
    include: null,
  },
  federal_civil_search: one('federal_civil_search', 'federal_civil_searches'),
  federal_district_civil_search: {
    ...one('federal_district_civil_search', 'federal_civil_district_searches'),
    include: null,
  },
  drug_screening: one('drug_screening', null),
  drug_alcohol_clearinghouse: one('drug_alcohol_clearinghouse', 'drug_alcohol_clearinghouse_searches'),
  facis_search: one('facis_search', 'facis_searches'),
  education_verification: { ...one('education_verification', 'education_verifications'), reportKey: null },
  employment_verification: { ...one('employment_verification', 'employment_verifications'), reportKey: null },
  personal_reference_verification: many('personal_reference_verification', 'personal_reference_verifications'),
  professional_reference_verification: many(
    'professional_reference_verification',
    'professional_reference_verifications',
  ),
  professional_license_verification: many('professional_license_verification', 'professional_license_verifications'),
  international_criminal_search: abroad({
    ...many('international_criminal_search', 'international_criminal_searches'),
    reportKey: 'international_criminal_searches_v2_ids',
    include: 'international_criminal_searches_v2',
  }),
  international_adverse_media_search: abroad(
    many('international_adverse_media_search', 'international_adverse_media_searches'),
  ),
  international_global_watchlist_search: abroad(
    one('international_global_watchlist_search', 'international_global_watchlist_searches'),
  ),
  international_education_verification: abroad(
    one('international_education_verification', 'international_education_verifications'),
  ),
  international_employment_verification: abroad(
    one('international_employment_verification', 'international_employment_verifications'),
  ),
  international_identity_document_validation: abroad(
    one('international_identity_document_validation', 'international_identity_document_validation'),
  ),
} as const satisfies Record<string, ScreeningKind>;

/** The name of a kind of screening. */
export type ScreeningType = keyof typeof SCREENING_TYPES;

/** The kinds, each with its name. */
export const SCREENING_KINDS = Object.entries(SCREENING_TYPES) as [ScreeningType, ScreeningKind][];

/** What is known of one kind. */
export function kindOf(type: ScreeningType): ScreeningKind {
  return SCREENING_TYPES[type];
}
