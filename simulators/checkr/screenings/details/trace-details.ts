import { maskedSsn } from '../../candidates/candidate.ts';
import type { Found } from './found.ts';

/** What a good SSN trace says. */
export function traceDetails(person: Found['person']): Record<string, unknown> {
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
