import { newId } from '../../ids.ts';
import { fullName } from './found.ts';
import type { Found } from './found.ts';

/** What a search in court records says; `place` holds the county or state it looked in. */
export function courtDetails({ hasRecord, person }: Found, place: Record<string, unknown>): Record<string, unknown> {
  return {
    records: hasRecord ? [courtRecord(person, place['state'] ?? 'CA')] : [],
    filtered_by_positive_adjudication_records: [],
    screening_pointers: ['Candidate Zip Code'],
  };
}

/** An invented court record with one charge. */
export function courtRecord(person: Found['person'], state: unknown): Record<string, unknown> {
  return {
    id: newId(),
    case_number: 'SIM-0001',
    file_date: '2019-05-06',
    arresting_agency: null,
    court_jurisdiction: 'Simulated County',
    court_of_record: 'Simulated Court',
    full_name: fullName(person),
    dob: person.dob,
    county: 'SAMPLE COUNTY',
    state,
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
