import type { CheckChange } from '../domain/check.ts';
import type { CheckEvent } from '../domain/check-event.ts';
import type { Screening } from '../domain/screening.ts';

/** The Salesforce API names of our own objects; `contract.test.ts` holds them against force-app. */
export const CHECK = 'Background_Check__c';
export const PACKAGE = 'Background_Check_Package__c';
export const PACKAGE_SLUG = 'Slug__c';
/** What an upsert of a package writes. */
export const PACKAGE_COLUMNS = [
  'Name',
  'Slug__c',
  'Price__c',
  'Price_Currency__c',
  'Screenings__c',
  'Active__c',
  'Default__c',
] as const;
export const REPORT_ID = 'Checkr_Report_Id__c';
export const SOURCE_READ_AT = 'Source_Read_At__c';
const VENDOR_REVISION = 'Vendor_Revision__c';
/** Each of these only grows; a smaller one is a late write. */
export const GUARDED_FIELDS: readonly string[] = [SOURCE_READ_AT, VENDOR_REVISION, 'ATS_Callback_Number__c'];

/** Where each field of a change is written. */
export const CHECK_FIELDS = {
  status: 'Status__c',
  requestedAction: 'Requested_Action__c',
  connectionKey: 'Connection_Key__c',
  candidateId: 'Checkr_Candidate_Id__c',
  invitationId: 'Checkr_Invitation_Id__c',
  invitationUrl: 'Invitation_URL__c',
  invitationExpiresAt: 'Invitation_Expires_At__c',
  reportId: 'Checkr_Report_Id__c',
  reportUrl: 'Report_URL__c',
  externalId: 'External_Id__c',
  result: 'Result__c',
  assessment: 'Assessment__c',
  adjudication: 'Adjudication__c',
  includesCanceled: 'Includes_Canceled__c',
  resultSummary: 'Result_Summary__c',
  reopenReason: 'Reopen_Reason__c',
  estimatedCompletion: 'Estimated_Completion__c',
  completedAt: 'Completed_At__c',
  turnaroundSeconds: 'Turnaround_Seconds__c',
  estimatedDays: 'Estimated_Days__c',
  sourceReadAt: SOURCE_READ_AT,
  reportChangedAt: 'Report_Changed_At__c',
  vendorRevision: VENDOR_REVISION,
  reviewDecision: 'Review_Decision__c',
  adverseActionId: 'Adverse_Action_Id__c',
  adverseActionStatus: 'Adverse_Action_Status__c',
  adverseActionPostNoticeAt: 'Adverse_Action_Post_Notice_At__c',
  errorCreateCandidate: 'Error_Create_Candidate__c',
  errorCreateInvitation: 'Error_Create_Invitation__c',
  errorCreateReport: 'Error_Create_Report__c',
  errorRetrieveReport: 'Error_Retrieve_Report__c',
  errorHelp: 'Error_Help__c',
  atsCallbackStatus: 'ATS_Callback_Status__c',
  atsCallbackNumber: 'ATS_Callback_Number__c',
  atsCallbackAttempts: 'ATS_Callback_Attempts__c',
  atsCallbackNextAt: 'ATS_Callback_Next_At__c',
  atsCallbackResult: 'ATS_Callback_Result__c',
} as const satisfies Record<Exclude<keyof CheckChange, 'packageSlug'>, string>;

export const SCREENING = 'Background_Check_Screening__c';
export const EVENT = 'Background_Check_Event__c';
export const ADVERSE_ITEM = 'Background_Check_Adverse_Item__c';
export const EXTERNAL_ID = 'External_Id__c';

/** Where each part of a screening is written. */
export const SCREENING_FIELDS = {
  externalId: EXTERNAL_ID,
  type: 'Type__c',
  jurisdiction: 'Jurisdiction__c',
  status: 'Status__c',
  result: 'Result__c',
  completedAt: 'Completed_At__c',
  turnaroundSeconds: 'Turnaround_Seconds__c',
  recordCount: 'Record_Count__c',
  flags: 'Flags__c',
  cancellationReason: 'Cancellation_Reason__c',
  error: 'Error__c',
  summary: 'Summary__c',
} as const satisfies Record<keyof Screening, string>;

/** Where each part of an audit row is written. */
export const EVENT_FIELDS = {
  sourceEventId: 'Source_Event_Id__c',
  type: 'Type__c',
  source: 'Source__c',
  direction: 'Direction__c',
  outcome: 'Outcome__c',
  reason: 'Reason__c',
  summary: 'Summary__c',
  vendorObjectId: 'Vendor_Object_Id__c',
  vendorParentId: 'Vendor_Parent_Id__c',
  checkId: CHECK,
  occurredAt: 'Occurred_At__c',
  receivedAt: 'Received_At__c',
  durationMs: 'Duration_Ms__c',
  payloadSha256: 'Payload_SHA256__c',
  requestId: 'Request_Id__c',
  parkedMessage: 'Parked_Message__c',
} as const satisfies Record<keyof CheckEvent, string>;

/** What is read of a check, whoever it is about. */
export const CHECK_COLUMNS = [
  'Id',
  'Status__c',
  'Requested_Action__c',
  'Operation__c',
  'Operation_Started_At__c',
  'Connection_Key__c',
  'Vendor__c',
  'External_Id__c',
  'Package__r.Slug__c',
  'Upgrade_Package__r.Slug__c',
  'Checkr_Candidate_Id__c',
  'Checkr_Invitation_Id__c',
  'Checkr_Report_Id__c',
  'Add_Ons__c',
  'Result__c',
  'Adjudication__c',
  SOURCE_READ_AT,
  'Report_Changed_At__c',
  VENDOR_REVISION,
  'Review_Decision__c',
  'Reviewed_Revision__c',
  'Adverse_Action_Id__c',
  'Adverse_Action_Post_Notice_At__c',
  'Lead__c',
  'Contact__c',
  'ATS_Account_Id__c',
  'Error_Help__c',
] as const;

/** What an offered package is read from. */
export const OFFER_COLUMNS = ['Name', 'Slug__c', 'Price__c', 'Description__c', 'Screenings__c', 'Add_On__c'] as const;
