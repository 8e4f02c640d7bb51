import type { Check, CheckChange } from './check.ts';
import type { CandidateDraft, WorkLocation } from './candidate-draft.ts';
import type { CandidateName } from './candidate-name.ts';
import type { AdverseAction, AdverseItem } from './adverse-action.ts';
import type { CheckEvent } from './check-event.ts';
import type { ConsentFile } from './consent-file.ts';
import type { ParkedEvent, WaitingOutcome } from './parked-event.ts';
import type { Invitation, Report } from './report.ts';
import type { Screening } from './screening.ts';

/** A package of Checkr's as the org lists it. Prices in US cents. */
export interface CheckPackage {
  slug: string;
  name: string;
  priceCents: number | null;
  /** One line a screening. */
  screenings: string[];
}

/** An order for a known candidate. `idempotencyKey` makes a repeated call answer with what the first one made. */
export interface OrderRequest {
  candidateId: string;
  packageSlug: string;
  workLocations: WorkLocation[];
  tags: string[];
  /** `custom_id` of the node it is ordered for; null in an account without nodes. */
  node: string | null;
  /** Ids of uploaded documents; a report ordered without an invitation needs the consent. */
  consentDocumentIds?: string[];
  idempotencyKey: string;
}

/** A pre-adverse notice to be sent. */
export interface AdverseActionRequest {
  reportId: string;
  itemIds: string[];
  /** Null for Checkr's own rule. */
  postNoticeAt: string | null;
  idempotencyKey: string;
}

/**
 * The Checkr account of one connection.
 * @throws Failure from every call: `rejected` (with `vendorWords`), `not-found`, `busy`, `rate-limited` or `unavailable`.
 */
export interface Checkr {
  /** Creates the candidate and gives its id. */
  createCandidate(draft: CandidateDraft, idempotencyKey: string): Promise<string>;
  /** What the candidate is called at Checkr, which writes names its own way; null where it does not know. */
  getCandidateName(id: string): Promise<CandidateName>;
  /** With `contactOnly` just e-mail and phone, all that may change once a report exists. Repeating it is harmless. */
  updateCandidate(id: string, draft: CandidateDraft, options: { contactOnly: boolean }): Promise<void>;
  /** Never finds candidates outside the US. */
  findCandidateByCustomId(customId: string): Promise<string | null>;
  /** A repeated call answers with what the invitation was at first. */
  createInvitation(order: OrderRequest): Promise<Invitation>;
  /** Deleting is how Checkr cancels one. */
  deleteInvitation(id: string): Promise<void>;
  /** The candidate's invitations that were not deleted. */
  listInvitations(candidateId: string): Promise<Invitation[]>;
  /** Uploads the signed consent of a candidate and gives the document's id. */
  uploadConsent(candidateId: string, file: ConsentFile, idempotencyKey: string): Promise<string>;
  /** Gives the report's id; what it says has to be read: a repeated call answers with what it said at first. */
  createReport(order: OrderRequest): Promise<string>;
  listReports(candidateId: string): Promise<Report[]>;
  /** Ids of all reports of candidates of whom one was revised in that span (ISO 8601). Never finds people outside the US. */
  listRevisedReports(since: string, until: string): Promise<string[]>;
  /** Cancels every screening that is not done. */
  completeReport(id: string, idempotencyKey: string): Promise<void>;
  /** Adds what a higher package holds besides; the same report goes on. */
  upgradeReport(id: string, packageSlug: string, idempotencyKey: string): Promise<void>;
  /** Marks the report as accepted. */
  engageReport(id: string, idempotencyKey: string): Promise<void>;
  /** What may be cited against the person; empty when nothing may. */
  listAdverseItems(reportId: string): Promise<AdverseItem[]>;
  /** Gives the action's id; where it stands has to be read, as above. */
  createAdverseAction(request: AdverseActionRequest): Promise<string>;
  getAdverseAction(id: string): Promise<AdverseAction>;
  cancelAdverseAction(id: string): Promise<void>;
  getInvitation(id: string): Promise<Invitation>;
  getReport(id: string): Promise<Report>;
  listPackages(): Promise<CheckPackage[]>;
  /** Address of a report in Checkr's dashboard. */
  reportUrl(reportId: string): string;
}

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
  /** Creates the check of a report nobody here ordered; the report's id makes it once only. */
  createUnordered(check: UnorderedCheck): Promise<void>;
  /** Writing the same change twice is harmless. @throws Failure `late` when the record shows something read later. A package the org does not list is left out. */
  write(checkId: string, change: CheckChange, besides?: WrittenBesides): Promise<void>;
  /** Checkr's ids of the items a reviewer cites. */
  listCitedItems(checkId: string): Promise<string[]>;
  /** Makes these the items of a check; none takes them all away. */
  replaceAdverseItems(checkId: string, items: AdverseItem[]): Promise<void>;
  /** Adds a row to the audit; the same event again is no error. */
  note(event: CheckEvent): Promise<void>;
}

/** What is written together with a check, all or nothing. */
export interface WrittenBesides {
  screenings?: readonly Screening[];
  /** Left out when it is there already. */
  event?: CheckEvent;
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
  /** Which of these event ids the audit holds. */
  listNoted(eventIds: readonly string[]): Promise<string[]>;
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
