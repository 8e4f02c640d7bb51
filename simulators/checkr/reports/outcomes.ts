import type { ScreeningType } from '../screenings/screening-types.ts';

/** How the check of a test person goes. What is left out goes well. */
export interface Outcome {
  name: string;
  /** The last four digits of the SSN that choose this row. */
  lastFour: string;
  /** The last name that chooses this row when no SSN does; upper and lower case are the same. */
  lastName: string;
  /** The first of these that the package holds finds something. A county search is added when only a pointer is there. */
  finds?: ScreeningType[];
  /** The first of these that the package holds is canceled on the way. */
  cancels?: ScreeningType[];
  /** What happens to the report besides: see plan-report.ts. */
  story?: 'suspended' | 'stuck' | 'paused' | 'disputed' | 'canceled' | 'endless';
  /** Says so soon after completion, as for an account with Assess. */
  assessment?: 'eligible' | 'review' | 'escalated';
  /** Fields of the SSN trace that differ from a good one. */
  trace?: Record<string, unknown>;
}

const COURTS: ScreeningType[] = [
  'county_criminal_search',
  'motor_vehicle_report',
  'international_criminal_search',
  'international_adverse_media_search',
];
const HISTORY: ScreeningType[] = [
  'education_verification',
  'employment_verification',
  'professional_license_verification',
  'international_education_verification',
  'international_employment_verification',
];

/** How it goes for everybody whom no row names. */
const ORDINARY_OUTCOME: Outcome = { name: 'clear', lastFour: '', lastName: '' };

/**
 * Test people and what becomes of their checks. This table is invented for this simulator: Checkr gives its own
 * only to owners of a staging account, where everybody else stays pending; here everybody else is clear.
 */
export const OUTCOMES: Outcome[] = [
  { name: 'clear', lastFour: '2001', lastName: 'Clear' },
  { name: 'consider', lastFour: '2002', lastName: 'Consider', finds: COURTS },
  {
    name: 'clear, one screening canceled',
    lastFour: '2003',
    lastName: 'Partial',
    cancels: [
      'county_criminal_search',
      'global_watchlist_search',
      'motor_vehicle_report',
      'international_adverse_media_search',
    ],
  },
  { name: 'suspended, then clear', lastFour: '2004', lastName: 'Suspended', story: 'suspended' },
  { name: 'consider, disputed, then clear', lastFour: '2005', lastName: 'Dispute', finds: COURTS, story: 'disputed' },
  { name: 'canceled', lastFour: '2006', lastName: 'Canceled', story: 'canceled' },
  { name: 'pending for ever', lastFour: '2007', lastName: 'Pending', story: 'endless' },
  {
    name: 'consider, assessed eligible',
    lastFour: '2008',
    lastName: 'Eligible',
    finds: COURTS,
    assessment: 'eligible',
  },
  { name: 'consider, assessed review', lastFour: '2009', lastName: 'Review', finds: COURTS, assessment: 'review' },
  {
    name: 'consider, assessed escalated',
    lastFour: '2010',
    lastName: 'Escalated',
    finds: COURTS,
    assessment: 'escalated',
  },
  { name: 'driving record', lastFour: '2011', lastName: 'Driver', finds: ['motor_vehicle_report'] },
  { name: 'thin SSN trace, clear', lastFour: '2012', lastName: 'Thinfile', trace: { thin_file: true } },
  { name: 'birth date differs, clear', lastFour: '2013', lastName: 'Mismatch', trace: { dob_mismatch: true } },
  { name: 'paused, then clear', lastFour: '2014', lastName: 'Paused', story: 'paused' },
  { name: 'suspended for ever', lastFour: '2015', lastName: 'Stuck', story: 'stuck' },
  { name: 'name differs, clear', lastFour: '2016', lastName: 'Othername', trace: { name_mismatch: true } },
  { name: 'nothing matches, clear', lastFour: '2017', lastName: 'Nomatch', trace: { data_mismatch: true } },
  { name: 'no data, clear', lastFour: '2018', lastName: 'Nodata', trace: { no_data: true } },
  {
    name: 'issued before birth, clear',
    lastFour: '2019',
    lastName: 'Issued',
    trace: { invalid_issuance_year: true },
  },
  { name: 'number of a dead person, clear', lastFour: '2020', lastName: 'Deceased', trace: { death_index: true } },
  { name: 'number already taken, clear', lastFour: '2021', lastName: 'Taken', trace: { ssn_already_taken: true } },
  { name: 'positive drug screening', lastFour: '2022', lastName: 'Positive', finds: ['drug_screening'] },
  { name: 'never went to the clinic', lastFour: '2023', lastName: 'Noshow', cancels: ['drug_screening'] },
  { name: 'history not confirmed', lastFour: '2024', lastName: 'History', finds: HISTORY },
];

/** The row for a person: by the SSN's last four digits, else by last name, else the ordinary one. */
export function outcomeFor(person: { ssn: string | null; last_name: string | null }): Outcome {
  const lastFour = person.ssn?.slice(-4);
  const lastName = person.last_name?.toLowerCase();
  return (
    OUTCOMES.find((row) => row.lastFour === lastFour) ??
    OUTCOMES.find((row) => row.lastName.toLowerCase() === lastName) ??
    ORDINARY_OUTCOME
  );
}
