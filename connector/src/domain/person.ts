/** The Lead or Contact a check is about. Personal data: lives in memory for one job, never in Redis or a log. */
export interface Person {
  /** Id of the Lead or Contact. */
  id: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  city: string | null;
  /** As the org holds it: a code or a name. */
  state: string | null;
  postalCode: string | null;
  /** As the org holds it: a code or a name; null is taken as the United States. */
  country: string | null;
  /** Only read for connections that order reports directly. */
  direct: DirectReportAnswers | null;
}

/** What a report ordered without an invitation needs to know besides. */
export interface DirectReportAnswers {
  middleName: string | null;
  hasNoMiddleName: boolean;
  /** `YYYY-MM-DD`. */
  birthDate: string | null;
  /** Nine digits, with or without dashes. */
  ssn: string | null;
  /** When the person consented; null when no consent is recorded. */
  consentAt: string | null;
  /** Link or id of the file with the signed consent, as staff entered it. */
  consentDocument: string | null;
}
