/** How a final check ended, as far as an applicant tracking system is told; only `cleared` means pass. */
export const ATS_OUTCOMES = ['cleared', 'adverse', 'not-cleared', 'canceled', 'expired', 'error'] as const;
export type AtsOutcome = (typeof ATS_OUTCOMES)[number];

/** The word for each outcome, unless the account is configured otherwise. */
export const ATS_RESULT_WORDS: Readonly<Record<AtsOutcome, string>> = {
  cleared: 'Pass',
  adverse: 'Fail',
  'not-cleared': 'Review',
  canceled: 'Canceled',
  expired: 'Expired',
  error: 'Error',
};

/** An account of an applicant tracking system, bound to one connection. Holds no secret. */
export interface AtsAccount {
  /** What it logs in as; unique over all connections. */
  id: string;
  /** Name of the connection its orders belong to. */
  connection: string;
  /** Company of the Leads made for its applicants. */
  company: string;
  /** Username, or id of 15 or 18 characters, of the user who owns its checks and is told about them. */
  owner: string;
  /** `host`, `host:port`, or `.domain` for every host below it: where its callbacks may go. */
  callbackHosts: readonly string[];
  /** An empty word means that this outcome is not told. */
  resultWords: Readonly<Record<AtsOutcome, string>>;
}
