import { randomUUID } from 'node:crypto';
import type { Row } from '../../scripts/lib/org-session.ts';

/** An invented person nobody else in the run shares an e-mail address with. */
export function someLead(): Row {
  const mailbox = `applicant-${randomUUID().slice(0, 8)}@example.org`;
  return {
    FirstName: 'Grace',
    LastName: 'Sample',
    Company: 'Volunteers',
    Email: mailbox,
    City: 'Springfield',
    State: 'IL',
    PostalCode: '62701',
    Country: 'US',
  };
}

/** What the applicant's form sends; the SSN chooses the outcome. */
export function applicant(ssn: string): object {
  return {
    first_name: 'Grace',
    no_middle_name: true,
    last_name: 'Sample',
    dob: '1990-04-01',
    ssn,
    zipcode: '62701',
    consent: true,
  };
}
