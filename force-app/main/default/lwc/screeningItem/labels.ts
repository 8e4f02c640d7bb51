import canceledBecause from '@salesforce/label/c.BackgroundCheck_CanceledBecause';
import completedOn from '@salesforce/label/c.BackgroundCheck_CompletedOn';
import flagDeceased from '@salesforce/label/c.BackgroundCheck_FlagDeceased';
import flagDobMismatch from '@salesforce/label/c.BackgroundCheck_FlagDobMismatch';
import flagNoRecords from '@salesforce/label/c.BackgroundCheck_FlagNoRecords';
import flagDataMismatch from '@salesforce/label/c.BackgroundCheck_FlagDataMismatch';
import flagInvalidIssuanceYear from '@salesforce/label/c.BackgroundCheck_FlagInvalidIssuanceYear';
import flagNameMismatch from '@salesforce/label/c.BackgroundCheck_FlagNameMismatch';
import flagNotFound from '@salesforce/label/c.BackgroundCheck_FlagNotFound';
import flagPrivilegeToDriveInvalid from '@salesforce/label/c.BackgroundCheck_FlagPrivilegeToDriveInvalid';
import flagSsnAlreadyTaken from '@salesforce/label/c.BackgroundCheck_FlagSsnAlreadyTaken';
import flagThinFile from '@salesforce/label/c.BackgroundCheck_FlagThinFile';
import manyRecords from '@salesforce/label/c.BackgroundCheck_ManyRecords';
import oneRecord from '@salesforce/label/c.BackgroundCheck_OneRecord';
import reasonAdverseActionCompleted from '@salesforce/label/c.BackgroundCheck_ReasonAdverseActionCompleted';
import reasonAdverseActionSuspendedReportTimerCustomerRequested from '@salesforce/label/c.BackgroundCheck_ReasonAdverseActionSuspendedReportTimerCustomerRequested';
import reasonCandidateBelowMinimumAge from '@salesforce/label/c.BackgroundCheck_ReasonCandidateBelowMinimumAge';
import reasonCandidateMissingConsent from '@salesforce/label/c.BackgroundCheck_ReasonCandidateMissingConsent';
import reasonCandidatePiiUpdatedCustomerRequested from '@salesforce/label/c.BackgroundCheck_ReasonCandidatePiiUpdatedCustomerRequested';
import reasonCandidateWithdrewConsent from '@salesforce/label/c.BackgroundCheck_ReasonCandidateWithdrewConsent';
import reasonCompleteNowCustomerRequested from '@salesforce/label/c.BackgroundCheck_ReasonCompleteNowCustomerRequested';
import reasonCustomerAccountDeauthorized from '@salesforce/label/c.BackgroundCheck_ReasonCustomerAccountDeauthorized';
import reasonExceptionMvr from '@salesforce/label/c.BackgroundCheck_ReasonExceptionMvr';
import reasonExceptionSsnTrace from '@salesforce/label/c.BackgroundCheck_ReasonExceptionSsnTrace';
import reasonIdentityVerificationUnverified from '@salesforce/label/c.BackgroundCheck_ReasonIdentityVerificationUnverified';
import reasonInternationalEntryNotSupported from '@salesforce/label/c.BackgroundCheck_ReasonInternationalEntryNotSupported';
import reasonMinorsPackageNotEnabled from '@salesforce/label/c.BackgroundCheck_ReasonMinorsPackageNotEnabled';
import reasonMissingRequiredInformation from '@salesforce/label/c.BackgroundCheck_ReasonMissingRequiredInformation';
import reasonNoHistoryRequiredInformation from '@salesforce/label/c.BackgroundCheck_ReasonNoHistoryRequiredInformation';
import reasonProfileOnHoldCustomerRequested from '@salesforce/label/c.BackgroundCheck_ReasonProfileOnHoldCustomerRequested';
import reasonRequestWithdrawn from '@salesforce/label/c.BackgroundCheck_ReasonRequestWithdrawn';
import reasonSourceInaccessibleClosedCourt from '@salesforce/label/c.BackgroundCheck_ReasonSourceInaccessibleClosedCourt';
import reasonUnableToFulfillMvr from '@salesforce/label/c.BackgroundCheck_ReasonUnableToFulfillMvr';
import reasonUnknown from '@salesforce/label/c.BackgroundCheck_ReasonUnknown';
import reasonVendorAccountDeauthorized from '@salesforce/label/c.BackgroundCheck_ReasonVendorAccountDeauthorized';
import reasonVendorUnableToComplete from '@salesforce/label/c.BackgroundCheck_ReasonVendorUnableToComplete';
import result from '@salesforce/label/c.BackgroundCheck_Result';
import status from '@salesforce/label/c.BackgroundCheck_Status';
import turnaround from '@salesforce/label/c.BackgroundCheck_Turnaround';
import typeArrestSearch from '@salesforce/label/c.BackgroundCheck_TypeArrestSearch';
import typeCountyCivilSearch from '@salesforce/label/c.BackgroundCheck_TypeCountyCivilSearch';
import typeCountyCriminalSearch from '@salesforce/label/c.BackgroundCheck_TypeCountyCriminalSearch';
import typeCreditReport from '@salesforce/label/c.BackgroundCheck_TypeCreditReport';
import typeDrugAlcoholClearinghouse from '@salesforce/label/c.BackgroundCheck_TypeDrugAlcoholClearinghouse';
import typeDrugScreening from '@salesforce/label/c.BackgroundCheck_TypeDrugScreening';
import typeEducationVerification from '@salesforce/label/c.BackgroundCheck_TypeEducationVerification';
import typeEmploymentVerification from '@salesforce/label/c.BackgroundCheck_TypeEmploymentVerification';
import typeEvictionSearch from '@salesforce/label/c.BackgroundCheck_TypeEvictionSearch';
import typeFacisSearch from '@salesforce/label/c.BackgroundCheck_TypeFacisSearch';
import typeFederalCivilSearch from '@salesforce/label/c.BackgroundCheck_TypeFederalCivilSearch';
import typeFederalCriminalSearch from '@salesforce/label/c.BackgroundCheck_TypeFederalCriminalSearch';
import typeFederalDistrictCivilSearch from '@salesforce/label/c.BackgroundCheck_TypeFederalDistrictCivilSearch';
import typeFederalDistrictCriminalSearch from '@salesforce/label/c.BackgroundCheck_TypeFederalDistrictCriminalSearch';
import typeGlobalWatchlistSearch from '@salesforce/label/c.BackgroundCheck_TypeGlobalWatchlistSearch';
import typeIdentityVerification from '@salesforce/label/c.BackgroundCheck_TypeIdentityVerification';
import typeInternationalAdverseMediaSearch from '@salesforce/label/c.BackgroundCheck_TypeInternationalAdverseMediaSearch';
import typeInternationalCriminalSearch from '@salesforce/label/c.BackgroundCheck_TypeInternationalCriminalSearch';
import typeInternationalEducationVerification from '@salesforce/label/c.BackgroundCheck_TypeInternationalEducationVerification';
import typeInternationalEmploymentVerification from '@salesforce/label/c.BackgroundCheck_TypeInternationalEmploymentVerification';
import typeInternationalGlobalWatchlistSearch from '@salesforce/label/c.BackgroundCheck_TypeInternationalGlobalWatchlistSearch';
import typeInternationalIdentityDocumentValidation from '@salesforce/label/c.BackgroundCheck_TypeInternationalIdentityDocumentValidation';
import typeMotorVehicleReport from '@salesforce/label/c.BackgroundCheck_TypeMotorVehicleReport';
import typeMunicipalCriminalSearch from '@salesforce/label/c.BackgroundCheck_TypeMunicipalCriminalSearch';
import typeNationalCriminalSearch from '@salesforce/label/c.BackgroundCheck_TypeNationalCriminalSearch';
import typeOccupationalHealthScreening from '@salesforce/label/c.BackgroundCheck_TypeOccupationalHealthScreening';
import typePersonalReferenceVerification from '@salesforce/label/c.BackgroundCheck_TypePersonalReferenceVerification';
import typeProfessionalLicenseVerification from '@salesforce/label/c.BackgroundCheck_TypeProfessionalLicenseVerification';
import typeProfessionalReferenceVerification from '@salesforce/label/c.BackgroundCheck_TypeProfessionalReferenceVerification';
import typeSexOffenderSearch from '@salesforce/label/c.BackgroundCheck_TypeSexOffenderSearch';
import typeSocialMediaScreening from '@salesforce/label/c.BackgroundCheck_TypeSocialMediaScreening';
import typeSsnTrace from '@salesforce/label/c.BackgroundCheck_TypeSsnTrace';
import typeStateCriminalSearch from '@salesforce/label/c.BackgroundCheck_TypeStateCriminalSearch';

/** The words this component shows. */
export const labels = {
    canceledBecause,
    completedOn,
    flagDeceased,
    flagDobMismatch,
    flagNoRecords,
    flagDataMismatch,
    flagInvalidIssuanceYear,
    flagNameMismatch,
    flagNotFound,
    flagPrivilegeToDriveInvalid,
    flagSsnAlreadyTaken,
    flagThinFile,
    manyRecords,
    oneRecord,
    reasonAdverseActionCompleted,
    reasonAdverseActionSuspendedReportTimerCustomerRequested,
    reasonCandidateBelowMinimumAge,
    reasonCandidateMissingConsent,
    reasonCandidatePiiUpdatedCustomerRequested,
    reasonCandidateWithdrewConsent,
    reasonCompleteNowCustomerRequested,
    reasonCustomerAccountDeauthorized,
    reasonExceptionMvr,
    reasonExceptionSsnTrace,
    reasonIdentityVerificationUnverified,
    reasonInternationalEntryNotSupported,
    reasonMinorsPackageNotEnabled,
    reasonMissingRequiredInformation,
    reasonNoHistoryRequiredInformation,
    reasonProfileOnHoldCustomerRequested,
    reasonRequestWithdrawn,
    reasonSourceInaccessibleClosedCourt,
    reasonUnableToFulfillMvr,
    reasonUnknown,
    reasonVendorAccountDeauthorized,
    reasonVendorUnableToComplete,
    result,
    status,
    turnaround,
    typeArrestSearch,
    typeCountyCivilSearch,
    typeCountyCriminalSearch,
    typeCreditReport,
    typeDrugAlcoholClearinghouse,
    typeDrugScreening,
    typeEducationVerification,
    typeEmploymentVerification,
    typeEvictionSearch,
    typeFacisSearch,
    typeFederalCivilSearch,
    typeFederalCriminalSearch,
    typeFederalDistrictCivilSearch,
    typeFederalDistrictCriminalSearch,
    typeGlobalWatchlistSearch,
    typeIdentityVerification,
    typeInternationalAdverseMediaSearch,
    typeInternationalCriminalSearch,
    typeInternationalEducationVerification,
    typeInternationalEmploymentVerification,
    typeInternationalGlobalWatchlistSearch,
    typeInternationalIdentityDocumentValidation,
    typeMotorVehicleReport,
    typeMunicipalCriminalSearch,
    typeNationalCriminalSearch,
    typeOccupationalHealthScreening,
    typePersonalReferenceVerification,
    typeProfessionalLicenseVerification,
    typeProfessionalReferenceVerification,
    typeSexOffenderSearch,
    typeSocialMediaScreening,
    typeSsnTrace,
    typeStateCriminalSearch,
};
