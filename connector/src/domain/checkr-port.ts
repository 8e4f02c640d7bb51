import type { AdverseAction, AdverseItem } from './adverse-action.ts';
import type { CandidateDraft, WorkLocation } from './candidate-draft.ts';
import type { CandidateName } from './candidate-name.ts';
import type { ConsentFile } from './consent-file.ts';
import type { Invitation, Report } from './report.ts';

/** A package of Checkr's as the org lists it. Prices in US cents. */
export interface CheckPackage {
  slug: string;
  name: string;
  priceCents: number | null;
  /** One line a screening. */
  screenings: string[];
}

/** A candidate with the ids of all their reports. */
export interface CandidateReports {
  id: string;
  reportIds: string[];
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
  /** Everybody the account knows in the US, page by page from 1, the newest first. */
  listCandidates(page: number): Promise<{ candidates: CandidateReports[]; isLast: boolean }>;
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
