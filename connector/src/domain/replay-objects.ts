/** An object of Checkr's that can be read again. */
export interface ReplayObject {
  objectType: 'invitation' | 'report';
  objectId: string;
}

/** What was found for what somebody named. */
export interface FoundObjects {
  objects: ReplayObject[];
  /** What is not there, or has nothing at Checkr to read again. */
  missing: string[];
}

/** Where objects to be looked at again are found. */
export interface ReplayObjects {
  ofEvents(eventIds: readonly string[]): Promise<FoundObjects>;
  /** By ids or names (`BC-000001`). */
  ofChecks(checks: readonly string[]): Promise<FoundObjects>;
  /** Of the events that came in that span, Unix milliseconds; `isCut` when there are more than one call gives. */
  ofSpan(since: number, until: number): Promise<{ objects: ReplayObject[]; isCut: boolean }>;
}
