import { labels } from './labels';

// The names on the left are Checkr's. A word that is not among them is shown as it comes, without its underscores.

const TYPES: Record<string, string> = {
    ssn_trace: labels.typeSsnTrace,
    sex_offender_search: labels.typeSexOffenderSearch,
    global_watchlist_search: labels.typeGlobalWatchlistSearch,
    national_criminal_search: labels.typeNationalCriminalSearch,
    municipal_criminal_search: labels.typeMunicipalCriminalSearch,
    county_criminal_search: labels.typeCountyCriminalSearch,
    state_criminal_search: labels.typeStateCriminalSearch,
    federal_criminal_search: labels.typeFederalCriminalSearch,
    federal_district_criminal_search: labels.typeFederalDistrictCriminalSearch,
    county_civil_search: labels.typeCountyCivilSearch,
    federal_civil_search: labels.typeFederalCivilSearch,
    federal_district_civil_search: labels.typeFederalDistrictCivilSearch,
    personal_reference_verification: labels.typePersonalReferenceVerification,
    professional_reference_verification: labels.typeProfessionalReferenceVerification,
    professional_license_verification: labels.typeProfessionalLicenseVerification,
    education_verification: labels.typeEducationVerification,
    employment_verification: labels.typeEmploymentVerification,
    drug_screening: labels.typeDrugScreening,
    occupational_health_screening: labels.typeOccupationalHealthScreening,
    international_criminal_search: labels.typeInternationalCriminalSearch,
    international_adverse_media_search: labels.typeInternationalAdverseMediaSearch,
    international_global_watchlist_search: labels.typeInternationalGlobalWatchlistSearch,
    international_education_verification: labels.typeInternationalEducationVerification,
    international_employment_verification: labels.typeInternationalEmploymentVerification,
    international_identity_document_validation: labels.typeInternationalIdentityDocumentValidation,
    motor_vehicle_report: labels.typeMotorVehicleReport,
    arrest_search: labels.typeArrestSearch,
    eviction_search: labels.typeEvictionSearch,
    credit_report: labels.typeCreditReport,
    facis_search: labels.typeFacisSearch,
    drug_alcohol_clearinghouse: labels.typeDrugAlcoholClearinghouse,
    identity_verification: labels.typeIdentityVerification,
    social_media_screening: labels.typeSocialMediaScreening,
};

const FLAGS: Record<string, string> = {
    dob_mismatch: labels.flagDobMismatch,
    thin_file: labels.flagThinFile,
    death_index: labels.flagDeceased,
    no_data: labels.flagNoRecords,
    data_mismatch: labels.flagDataMismatch,
    invalid_issuance_year: labels.flagInvalidIssuanceYear,
    name_mismatch: labels.flagNameMismatch,
    not_found: labels.flagNotFound,
    privilege_to_drive_invalid: labels.flagPrivilegeToDriveInvalid,
    ssn_already_taken: labels.flagSsnAlreadyTaken,
};

const REASONS: Record<string, string> = {
    candidate_missing_consent: labels.reasonCandidateMissingConsent,
    candidate_pii_updated_customer_requested: labels.reasonCandidatePiiUpdatedCustomerRequested,
    exception_ssn_trace: labels.reasonExceptionSsnTrace,
    source_inaccessible_closed_court: labels.reasonSourceInaccessibleClosedCourt,
    complete_now_customer_requested: labels.reasonCompleteNowCustomerRequested,
    missing_required_information: labels.reasonMissingRequiredInformation,
    vendor_unable_to_complete: labels.reasonVendorUnableToComplete,
    vendor_account_deauthorized: labels.reasonVendorAccountDeauthorized,
    international_entry_not_supported: labels.reasonInternationalEntryNotSupported,
    no_history_required_information: labels.reasonNoHistoryRequiredInformation,
    profile_on_hold_customer_requested: labels.reasonProfileOnHoldCustomerRequested,
    candidate_withdrew_consent: labels.reasonCandidateWithdrewConsent,
    minors_package_not_enabled: labels.reasonMinorsPackageNotEnabled,
    candidate_below_minimum_age: labels.reasonCandidateBelowMinimumAge,
    exception_mvr: labels.reasonExceptionMvr,
    customer_account_deauthorized: labels.reasonCustomerAccountDeauthorized,
    adverse_action_completed: labels.reasonAdverseActionCompleted,
    adverse_action_suspended_report_timer_customer_requested:
        labels.reasonAdverseActionSuspendedReportTimerCustomerRequested,
    unable_to_fulfill_mvr: labels.reasonUnableToFulfillMvr,
    identity_verification_unverified: labels.reasonIdentityVerificationUnverified,
    request_withdrawn: labels.reasonRequestWithdrawn,
};

/** What kind of screening it is. */
export function typeInWords(type: string): string {
    return TYPES[type] ?? plain(type);
}

/** What a screening drew attention to. */
export function flagInWords(flag: string): string {
    return FLAGS[flag] ?? plain(flag);
}

/** Why a screening was canceled. */
export function reasonInWords(reason: string): string {
    return REASONS[reason] ?? plain(reason);
}

function plain(word: string): string {
    const words = word.replaceAll('_', ' ').trim();
    return words.charAt(0).toUpperCase() + words.slice(1);
}
