import type { Screening } from '../screening.ts';
import type { ScreeningType } from '../screening-types.ts';
import { courtDetails, courtRecord } from './court-details.ts';
import { drugDetails } from './drug-details.ts';
import type { Found } from './found.ts';
import { fullName } from './found.ts';
import { educationDetails, employmentDetails, historyRecord } from './history-details.ts';
import { licenseDetails, referenceDetails } from './license-details.ts';
import { drivingDetails } from './motor-vehicle-details.ts';
import { traceDetails } from './trace-details.ts';

type Details = (found: Found, screening: Screening) => Record<string, unknown>;

/** The fields only that kind of screening has, once it is done. Every text in them is invented. */
export function detailsOf(screening: Screening, found: Found): Record<string, unknown> {
  return DETAILS[screening.type](found, screening);
}

const court: Details = (found, { details }) => courtDetails(found, details);
const document: Details = () => ({ pdf_url: null });
const abroadHistory =
  (details: (found: Found) => Record<string, unknown>): Details =>
  (found, { details: open }) => ({
    records: [{ ...historyRecord(found), ...details(found), country: open['country'], pdf_url: null }],
  });

const DETAILS: Record<ScreeningType, Details> = {
  ssn_trace: (found) => ({ ...traceDetails(found.person), ...found.trace }),
  sex_offender_search: ({ hasRecord, person }) => ({ records: hasRecord ? [registryRecord(person)] : [] }),
  global_watchlist_search: ({ hasRecord, person }) => ({ records: hasRecord ? [courtRecord(person, 'CA')] : [] }),
  national_criminal_search: court,
  federal_criminal_search: court,
  county_criminal_search: court,
  state_criminal_search: court,
  motor_vehicle_report: drivingDetails,
  federal_district_criminal_search: court,
  federal_civil_search: court,
  federal_district_civil_search: court,
  drug_screening: (found, { details }) => drugDetails(found, details),
  drug_alcohol_clearinghouse: ({ hasRecord }) => ({
    query_result: hasRecord ? 'Driver Prohibited' : 'Driver Not Prohibited',
  }),
  facis_search: ({ hasRecord, person }) => ({ records: hasRecord ? [facisRecord(person)] : [] }),
  education_verification: (found) => ({
    includes_canceled: null,
    records: [{ ...historyRecord(found), ...educationDetails(found) }],
  }),
  employment_verification: (found) => ({
    includes_canceled: null,
    records: [{ ...historyRecord(found), ...employmentDetails(found) }],
  }),
  personal_reference_verification: () => referenceDetails('Friend'),
  professional_reference_verification: () => referenceDetails('Manager'),
  professional_license_verification: licenseDetails,
  international_criminal_search: ({ hasRecord, person }) => ({
    records: hasRecord ? [courtRecord(person, null)] : [],
    pdf_url: null,
  }),
  international_adverse_media_search: document,
  international_global_watchlist_search: document,
  international_education_verification: abroadHistory(educationDetails),
  international_employment_verification: abroadHistory(employmentDetails),
  international_identity_document_validation: document,
};

function registryRecord(person: Found['person']): Record<string, unknown> {
  return {
    registry: 'Simulated Registry',
    full_name: fullName(person),
    age: null,
    dob: person.dob,
    registration_start: '2018-02-12',
    registration_end: null,
    state: 'CA',
  };
}

function facisRecord(person: Found['person']): Record<string, unknown> {
  // Checkr spells these keys without the n.
  const sanction = {
    saction: 'Simulated suspension from a program',
    entry_date: '2022-07-11',
    case_number: 'SIM-0002',
  };
  return {
    dob: person.dob,
    authority: 'Simulated Department of Health',
    database_registry: 'Simulated Provider List',
    sactions: [{ ...sanction, acquisition_date: '2022-06-28', publication_date: '2022-08-18' }],
    full_name: fullName(person),
  };
}
