/** The same values as `Background_Check_Screening__c.Status__c`. */
export const SCREENING_STATUSES = ['Pending', 'Complete', 'Suspended', 'Canceled'] as const;
export type ScreeningStatus = (typeof SCREENING_STATUSES)[number];

/** The same values as its `Result__c`. */
export const SCREENING_RESULTS = ['Clear', 'Consider', 'Adverse', 'Incomplete'] as const;
export type ScreeningResult = (typeof SCREENING_RESULTS)[number];

/** One search of a report: what became of it, never what it found in words; the vendor's portal shows that. */
export interface Screening {
  /** Unique over all vendors: `Checkr:<id>`. */
  externalId: string;
  /** Checkr's word: `county_criminal_search`. */
  type: string;
  /** County, state or country searched. */
  jurisdiction: string | null;
  status: ScreeningStatus;
  result: ScreeningResult | null;
  completedAt: string | null;
  turnaroundSeconds: number | null;
  recordCount: number | null;
  /** Remarks in Checkr's words: `dob_mismatch`, `thin_file`. */
  flags: string[];
  cancellationReason: string | null;
  /** The vendor's words where the search could not be done. */
  error: string | null;
  /** One sentence of a vendor that sends one; Checkr does not. */
  summary?: string | null;
}
