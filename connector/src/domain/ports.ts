import type { AdverseItem } from './adverse-action.ts';
import type { CheckEvent } from './check-event.ts';
import type { Check, CheckChange } from './check.ts';
import type { CheckPackage } from './checkr-port.ts';
import type { ConsentFile } from './consent-file.ts';
import type { ParkedEvent, WaitingOutcome } from './parked-event.ts';
import type { Screening } from './screening.ts';

/**
 * The `Background_Check__c` records of one org. A package that org does not list is left out of what is written.
 * @throws Failure from every call: `rejected`, `not-found`, `busy` (row lock), `rate-limited` or `unavailable`.
 */
export interface CheckRecords {
  /** The check with its person; null when it was deleted meanwhile. */
  findById(id: string): Promise<Check | null>;
  /** The newest candidate this connection made for a person; null when it made none. */
  findCandidateOf(personId: string, connectionKey: string): Promise<string | null>;
  /** The check that holds this report, and every check of its candidate; without the person. */
  listByReportOrCandidate(reportId: string, candidateId: string | null): Promise<Check[]>;
  listByInvitationOrCandidate(invitationId: string, candidateId: string): Promise<Check[]>;
  /** Ids of checks whose action is outstanding although nothing has touched them since then, in order as below. */
  listOutstanding(query: {
    connectionKey: string;
    untouchedSince: number;
    afterId: string;
    limit: number;
  }): Promise<string[]>;
  /** Open checks nothing has touched since then, in the order of their ids, from the one after `afterId`. */
  listOpen(query: {
    connectionKey: string;
    untouchedSince: number;
    afterId: string;
    limit: number;
  }): Promise<OpenCheck[]>;
  /** Reports of checks in progress that were completed in that span (Unix milliseconds), the newest first. */
  listUnassessed(query: {
    connectionKey: string;
    completedSince: number;
    completedUntil: number;
    limit: number;
  }): Promise<string[]>;
  /** Creates the check of a report nobody here ordered; the report's id makes it once only. */
  createUnordered(check: UnorderedCheck): Promise<void>;
  /** Writing the same change twice is harmless. @throws Failure `late` when the record shows something read later. A package the org does not list is left out. */
  write(checkId: string, change: CheckChange, besides?: WrittenBesides): Promise<void>;
  /** Checkr's ids of the items a reviewer cites. */
  listCitedItems(checkId: string): Promise<string[]>;
  /** Adds a row to the audit; the same event again is no error. */
  note(event: CheckEvent): Promise<void>;
  /** Which of these event ids the audit holds. */
  listNoted(eventIds: readonly string[]): Promise<string[]>;
}

/** What is written together with a check, all or nothing. */
export interface WrittenBesides {
  screenings?: readonly Screening[];
  /** Left out when it is there already. */
  event?: CheckEvent;
  /** Become all there is to cite; none takes everything away. */
  adverseItems?: readonly AdverseItem[];
}

/** A check that began at Checkr: a continuous check, or an order made in its dashboard. */
export interface UnorderedCheck {
  leadId: string | null;
  contactId: string | null;
  source: 'Continuous' | 'Dashboard';
  change: CheckChange & { reportId: string };
}

/** What has to be read at Checkr to know where an open check stands. */
export interface OpenCheck {
  id: string;
  invitationId: string | null;
  reportId: string | null;
}

/** The audit rows of one org's events of Checkr that wait. @throws Failure as the check records do. */
export interface ParkedEvents {
  /** Kept in that span (Unix milliseconds), in the order of their rows, from the one after `afterId`. */
  list(query: {
    outcome: WaitingOutcome;
    since: number;
    until: number;
    afterId: string;
    limit: number;
  }): Promise<ParkedEvent[]>;
  /** Which of these ids of Checkr's a check of this connection holds. */
  listKnownIds(connectionKey: string, ids: readonly string[]): Promise<string[]>;
}

/** The `Background_Check_Package__c` records of one org. */
export interface PackageRecords {
  /** Makes the org list exactly these packages: others are marked inactive, none is deleted. */
  replaceAll(packages: CheckPackage[]): Promise<void>;
}

/** Files in the org that hold somebody's signed consent. */
export interface ConsentFiles {
  /** @throws Failure `invalid` when it is not attached to that person, or of a kind or size Checkr does not take. */
  read(documentId: string, personId: string): Promise<ConsentFile>;
}

/** What an org says of itself. */
export interface OrgFacts {
  orgId: string;
  /** A sandbox, a Developer Edition or a trial: nobody real is checked from there. */
  isTest: boolean;
}

export interface Org {
  getFacts(): Promise<OrgFacts>;
}

/** Runs the jobs of one record one at a time. @throws Failure `busy` when somebody else is at it. */
export interface RecordLock {
  hold<T>(recordId: string, work: () => Promise<T>): Promise<T>;
  /**
   * For jobs that only bring the record in line with what they read: all that come before the reading begins share it,
   * and what each of them knows. The record is held while it is read once and each does its work with it.
   */
  readTogether<K, R, T>(recordId: string, job: SharedJob<K, R, T>): Promise<T>;
}

/** A job of those that share a reading. */
export interface SharedJob<K, R, T> {
  knows: K;
  /** Only one of them is asked to, with what all know. */
  read: (known: readonly K[]) => Promise<R>;
  work: (reading: R) => Promise<T>;
}
