import type { AdverseActionStatus } from './adverse-action.ts';
import type { AtsCallbackStatus } from './ats-callback-status.ts';
import type { Person } from './person.ts';

/** Where a check stands; the same values as the picklist `Status__c`. */
export const CHECK_STATUSES = [
  'Requested',
  'Candidate Created',
  'Invited',
  'In Progress',
  'Suspended',
  'Disputed',
  'Review Required',
  'Completed',
  'Canceled',
  'Expired',
  'Error',
] as const;
export type CheckStatus = (typeof CHECK_STATUSES)[number];

/** The vendor's word; the same values as `Result__c`. */
export const CHECK_RESULTS = ['Clear', 'Consider', 'Adverse', 'Incomplete'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

export const CHECK_ASSESSMENTS = ['Eligible', 'Review', 'Escalated'] as const;
export type CheckAssessment = (typeof CHECK_ASSESSMENTS)[number];

export const CHECK_ADJUDICATIONS = ['Engaged', 'Pre-Adverse Action', 'Post-Adverse Action'] as const;
export type CheckAdjudication = (typeof CHECK_ADJUDICATIONS)[number];

/** Why a final check was opened again; the same values as `Reopen_Reason__c`. */
export const REOPEN_REASONS = ['Dispute', 'Upgrade', 'Revision'] as const;
export type ReopenReason = (typeof REOPEN_REASONS)[number];

/** What a person asked for; the connector clears it when it is done. */
export const REQUESTED_ACTIONS = [
  'Order',
  'Resend Invitation',
  'Cancel',
  'Resume',
  'Finalize Clear',
  'Initiate Adverse Action',
  'Cancel Adverse Action',
  'Upgrade',
] as const;
export type RequestedAction = (typeof REQUESTED_ACTIONS)[number];

const FINAL_STATUSES: readonly CheckStatus[] = ['Completed', 'Canceled', 'Expired', 'Error'];
/** Statuses that change when something happens at Checkr. */
export const STATUSES_AT_VENDOR: readonly CheckStatus[] = [
  'Invited',
  'In Progress',
  'Suspended',
  'Disputed',
  'Review Required',
];

/** Nothing more is expected of a check in this status. */
export function isFinal(status: CheckStatus): boolean {
  return FINAL_STATUSES.includes(status);
}

/** A `Background_Check__c` record as the connector works with it. Times are Unix milliseconds. */
export interface Check {
  id: string;
  status: CheckStatus;
  requestedAction: RequestedAction | null;
  /** Number of the human request now outstanding; part of every idempotency key. */
  operation: number;
  operationStartedAt: number | null;
  /** Org and mode that first touched the record; null until then. */
  connectionKey: string | null;
  vendor: string;
  /** `<vendor>:<the vendor's id of the check>`; null until the vendor has one. */
  externalId: string | null;
  packageSlug: string | null;
  /** The higher package an *Upgrade* asks for. */
  upgradePackageSlug: string | null;
  /** Slugs of supplemental packages chosen besides. */
  addOns: readonly string[];
  candidateId: string | null;
  invitationId: string | null;
  reportId: string | null;
  result: CheckResult | null;
  adjudication: CheckAdjudication | null;
  /** Just before the vendor was read for the newest write; null before the vendor was heard of. */
  sourceReadAt: number | null;
  /** When the report it shows was completed, upgraded or revised last; null when it was not, or shows none. */
  reportChangedAt: number | null;
  /** How often we moved a check of another vendor; each move counts up by exactly one. */
  vendorRevision: number;
  /** What the reviewer decided; null when nothing was, or the org withdrew it because the result changed. */
  reviewDecision: RequestedAction | null;
  /** `sourceReadAt` of what the reviewer saw; null when nothing was decided. */
  reviewedRevision: number | null;
  adverseActionId: string | null;
  /** When the reviewer wants the final notice sent; ISO 8601, null for Checkr's own rule. */
  adverseActionPostNoticeAt: string | null;
  leadId: string | null;
  contactId: string | null;
  /** Null when neither a Lead nor a Contact is set. */
  person: Person | null;
  /** Account of the applicant tracking system that ordered it; null when none did. */
  atsAccountId: string | null;
  /** What staff read now about what went wrong; null when nothing did. */
  errorHelp: string | null;
}

/** The fields of the record the connector writes; a field left out stays as it is, null empties it. */
export interface CheckChange {
  status?: CheckStatus;
  requestedAction?: null;
  connectionKey?: string;
  packageSlug?: string;
  candidateId?: string;
  invitationId?: string;
  invitationUrl?: string | null;
  invitationExpiresAt?: string | null;
  reportId?: string;
  reportUrl?: string;
  externalId?: string;
  result?: CheckResult | null;
  assessment?: CheckAssessment | null;
  adjudication?: CheckAdjudication | null;
  includesCanceled?: boolean;
  resultSummary?: string | null;
  reopenReason?: ReopenReason;
  /** `YYYY-MM-DD`. */
  estimatedCompletion?: string | null;
  completedAt?: string | null;
  turnaroundSeconds?: number | null;
  estimatedDays?: number | null;
  sourceReadAt?: number;
  reportChangedAt?: number | null;
  vendorRevision?: number;
  reviewDecision?: null;
  adverseActionId?: string;
  adverseActionStatus?: AdverseActionStatus | null;
  adverseActionPostNoticeAt?: string | null;
  errorCreateCandidate?: string | null;
  errorCreateInvitation?: string | null;
  errorCreateReport?: string | null;
  errorRetrieveReport?: string | null;
  errorHelp?: string | null;
  atsCallbackStatus?: AtsCallbackStatus;
  /** Of the result this speaks of: the org refuses one that is not the newest. */
  atsCallbackNumber?: number;
  atsCallbackAttempts?: number;
  /** ISO 8601. */
  atsCallbackNextAt?: string | null;
  atsCallbackResult?: string;
}
