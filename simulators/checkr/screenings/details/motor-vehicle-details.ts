import { fullName } from './found.ts';
import type { Found } from './found.ts';

const VIOLATION = {
  type: 'conviction',
  issued_date: '2023-03-04',
  conviction_date: '2023-05-06',
  description: 'Simulated speeding',
  points: 2,
  city: null,
  county: 'SAMPLE COUNTY',
  state: 'CA',
  ticket_number: 'SIM-0003',
  disposition: null,
  category: null,
  court_name: null,
  acd_code: 'S92',
  state_code: null,
  docket: null,
};
const ACCIDENT = {
  accident_date: '2022-01-15',
  description: 'Simulated accident',
  city: null,
  county: 'SAMPLE COUNTY',
  state: 'CA',
  points: null,
  injury_accident: false,
  fatality_accident: false,
  fatality_count: 0,
  injury_count: 0,
  vehicles_involved_count: 2,
  report_number: null,
  group: 'property damage',
  note: 'Only the fact of an accident is reported, not whose fault it was.',
};
const SUSPENSION = {
  description: 'Simulated failure to pay a fine',
  start_date: '2023-06-01',
  end_date: '2030-06-01',
  state: 'CA',
};

/** What a driving record says: with a record, a suspended license, a violation and an accident. */
export function drivingDetails({ person, hasRecord }: Found): Record<string, unknown> {
  const history = {
    accidents: hasRecord ? [ACCIDENT] : [],
    violations: hasRecord ? [VIOLATION] : [],
    suspensions: hasRecord ? [SUSPENSION] : [],
  };
  const license = {
    type: 'personal',
    class: 'C',
    expiration_date: '2030-01-02',
    issued_date: '2020-01-02',
    first_issued_date: '2010-01-02',
    restrictions: [],
    status: hasRecord ? 'suspended' : 'valid',
    privilege_to_drive: hasRecord ? 'invalid' : 'valid',
  };
  const { type, class: licenseClass, status, ...shared } = license;
  return {
    license_reports: [
      {
        number: person.driver_license_number,
        dob: person.dob,
        state: person.driver_license_state,
        ...license,
        current_license: true,
        endorsements: [],
        medical_certificates: [],
        ...history,
      },
    ],
    full_name: fullName(person),
    license_number: person.driver_license_number,
    license_state: person.driver_license_state,
    previous_license_number: person.previous_driver_license_number,
    previous_license_state: person.previous_driver_license_state,
    license_status: status,
    license_type: type,
    license_class: licenseClass,
    dob: person.dob,
    ...shared,
    inferred_issued_date: null,
    custom_rules: {},
    not_found: false,
    experience_failed: false,
    type: 'standard',
    ...history,
  };
}
