/** How one kind of screening is called on the wire. */
export interface ScreeningKind {
  /** Path and `include` name of many. */
  plural: string;
  /** Where a report holds its id or ids. */
  reportKey: string;
  /** A report may hold several. */
  isMany: boolean;
  /** Its result is always null: it only points to other searches. */
  isPointerOnly: boolean;
}

const one = (type: string, plural: string): ScreeningKind => ({
  plural,
  reportKey: `${type}_id`,
  isMany: false,
  isPointerOnly: false,
});

/** The screenings this simulator can run; a package holds no other. */
export const SCREENING_TYPES = {
  ssn_trace: { ...one('ssn_trace', 'ssn_traces'), isPointerOnly: true },
  sex_offender_search: one('sex_offender_search', 'sex_offender_searches'),
  global_watchlist_search: one('global_watchlist_search', 'global_watchlist_searches'),
  national_criminal_search: { ...one('national_criminal_search', 'national_criminal_searches'), isPointerOnly: true },
  federal_criminal_search: one('federal_criminal_search', 'federal_criminal_searches'),
  county_criminal_search: {
    plural: 'county_criminal_searches',
    reportKey: 'county_criminal_search_ids',
    isMany: true,
    isPointerOnly: false,
  },
  state_criminal_search: {
    plural: 'state_criminal_searches',
    reportKey: 'state_criminal_search_ids',
    isMany: true,
    isPointerOnly: false,
  },
  motor_vehicle_report: one('motor_vehicle_report', 'motor_vehicle_reports'),
} as const satisfies Record<string, ScreeningKind>;

/** The name of a kind of screening. */
export type ScreeningType = keyof typeof SCREENING_TYPES;

/** The kinds, each with its name. */
export const SCREENING_KINDS = Object.entries(SCREENING_TYPES) as [ScreeningType, ScreeningKind][];
