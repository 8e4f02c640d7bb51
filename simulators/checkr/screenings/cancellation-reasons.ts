/** Why a screening is canceled: Checkr's codes and its words for them. */
export const CANCELLATION_REASONS = {
  candidate_missing_consent: 'Candidate consent not provided',
  candidate_pii_updated_customer_requested: 'Customer updated candidate PII prior to screening completion',
  exception_ssn_trace: 'SSN Trace completed with an exception prior to screening completion',
  source_inaccessible_closed_court: 'Court closed or has limited access to court records',
  complete_now_customer_requested: 'Customer requested Complete Now prior to screening completion',
  missing_required_information: 'Required information not received',
  vendor_unable_to_complete: 'Vendor unable to complete screening',
  vendor_account_deauthorized: 'Vendor deauthorized account',
  international_entry_not_supported: 'Screening does not support international entries',
  no_history_required_information: 'Candidate declared no history',
  profile_on_hold_customer_requested: 'Customer requested candidate profile on hold',
  candidate_withdrew_consent: 'Candidate withdrew consent',
  minors_package_not_enabled: 'Package not configured to allow candidates under age 18',
  candidate_below_minimum_age: 'Candidate is below the minimum age for a background check',
  exception_mvr: 'MVR canceled with an exception',
  customer_account_deauthorized: 'Customer account was deauthorized',
  adverse_action_completed: 'Adverse Action completed prior to screening completion',
  adverse_action_suspended_report_timer_customer_requested:
    'Customer configured the Adverse Action on Suspended Reports feature and its timer expired prior to screening completion',
  unable_to_fulfill_mvr: 'Unable to fulfill MVR request as data is not available',
  identity_verification_unverified:
    'Identity Verification completed with an Unverified Result and action was taken to cancel the Report',
  request_withdrawn: 'Request withdrawn',
} as const;

/** A code of the list above. */
export type CancellationReason = keyof typeof CANCELLATION_REASONS;
