import { maskedSsn } from '../candidates/candidate.ts';
import type { CandidateFields } from '../candidates/candidate.ts';
import { newId } from '../ids.ts';
import type { ScreeningType } from './screening-types.ts';

/** What a screening looks at. */
export type Person = CandidateFields;

interface Found {
  person: Person;
  hasRecord: boolean;
  trace: Record<string, unknown>;
}

/** The fields only that kind of screening has, once it is done. Every text in them is invented. */
export function detailsOf(type: ScreeningType, found: Found): Record<string, unknown> {
  if (type === 'ssn_trace') return { ...traceDetails(found.person), ...found.trace };
  if (type === 'motor_vehicle_report') return drivingDetails(found);
  const records = found.hasRecord ? [courtRecord(found.person)] : [];
  if (type === 'sex_offender_search' || type === 'global_watchlist_search') return { records };
  const lists = { records, filtered_by_positive_adjudication_records: [], screening_pointers: ['Candidate Zip Code'] };
  if (type === 'county_criminal_search') return { county: 'SAMPLE COUNTY', state: 'CA', ...lists };
  if (type === 'state_criminal_search') return { state: 'CA', ...lists };
  return lists;
}

function traceDetails(person: Person): Record<string, unknown> {
  return {
    ssn: maskedSsn(person.ssn),
    no_data: false,
    dob_mismatch: false,
    name_mismatch: false,
    data_mismatch: false,
    thin_file: false,
    invalid_issuance_year: false,
    death_index: false,
    ssn_already_taken: false,
    issued_year: person.dob ? Number(person.dob.slice(0, 4)) + 1 : null,
    issued_state: 'CA',
    addresses: [],
    aliases: [],
  };
}

function courtRecord(person: Person): Record<string, unknown> {
  return {
    id: newId(),
    case_number: 'SIM-0001',
    file_date: '2019-05-06',
    arresting_agency: null,
    court_jurisdiction: 'Simulated County',
    court_of_record: 'Simulated Court',
    full_name: [person.first_name, person.middle_name, person.last_name].filter(Boolean).join(' '),
    dob: person.dob,
    county: 'SAMPLE COUNTY',
    state: 'CA',
    charges: [
      {
        id: newId(),
        charge: 'Simulated charge of taking a bicycle',
        classification: 'Misdemeanor',
        disposition: 'Guilty',
        offense_date: '2019-04-01',
        disposition_date: '2019-08-09',
        sentence: 'Simulated sentence of 20 hours of community service',
      },
    ],
  };
}

function drivingDetails({ person, hasRecord }: Found): Record<string, unknown> {
  const violation = {
    type: 'conviction',
    issued_date: '2023-03-04',
    conviction_date: '2023-05-06',
    description: 'Simulated speeding',
    points: 2,
    city: null,
    county: null,
  };
  const license = {
    number: person.driver_license_number,
    dob: person.dob,
    state: person.driver_license_state,
    status: hasRecord ? 'suspended' : 'valid',
    type: 'personal',
    class: 'C',
    expiration_date: '2030-01-02',
    issued_date: '2020-01-02',
    first_issued_date: '2010-01-02',
    restrictions: [],
    current_license: true,
    privilege_to_drive: hasRecord ? 'invalid' : 'valid',
  };
  return {
    license_reports: [{ ...license, violations: hasRecord ? [violation] : [], accidents: [], suspensions: [] }],
    license_number: license.number,
    license_state: license.state,
    license_status: license.status,
    license_type: license.type,
    license_class: license.class,
    expiration_date: license.expiration_date,
    issued_date: license.issued_date,
    privilege_to_drive: license.privilege_to_drive,
    accidents: [],
    violations: hasRecord ? [violation] : [],
    suspensions: [],
  };
}
