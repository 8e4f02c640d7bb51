/** The same values as `Background_Check__c.Adverse_Action_Status__c`; "Requested" is the flow's, while we have not sent it. */
export const ADVERSE_ACTION_STATUSES = [
  'Requested',
  'Pending',
  'Complete',
  'Disputed',
  'Canceled',
  'Notice Not Delivered',
] as const;
export type AdverseActionStatus = (typeof ADVERSE_ACTION_STATUSES)[number];

/** A running or ended adverse action at Checkr. */
export interface AdverseAction {
  id: string;
  reportId: string;
  status: Exclude<AdverseActionStatus, 'Requested'>;
  /** When the final notice goes out; ISO 8601. */
  postNoticeAt: string | null;
}

/** Something found that a reviewer may cite. For reviewers' eyes only. */
export interface AdverseItem {
  /** Checkr's id. */
  id: string;
  text: string;
}

/** What a check shows of an adverse action. */
export function changeFromAdverseAction({ id, status, postNoticeAt }: AdverseAction) {
  return { adverseActionId: id, adverseActionStatus: status, adverseActionPostNoticeAt: postNoticeAt };
}
