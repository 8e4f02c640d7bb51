/** A Lead or Contact of the demo, and what the applicant will enter. Everybody is invented. */
export interface Person {
  fields: { FirstName: string; LastName: string; Email: string | null; Company?: string; Phone?: string };
  applicant: Applicant;
}

/** What somebody enters on Checkr's application form. */
export interface Applicant {
  firstName: string;
  lastName: string;
  /** `YYYY-MM-DD` */
  birthDate: string;
  /** Its last four digits choose what the simulated Checkr finds; see simulators/checkr/README.md. */
  ssn: string;
  zipCode: string;
}

/** The people the demo puts into the org. */
export const people = {
  clear: lead('Clara', 'Clear', '111-11-2001'),
  consider: lead('Conrad', 'Consider', '111-11-2002'),
  checkbox: lead('Chiara', 'Checkbox', '111-11-2001'),
  withoutEmail: withoutEmail(lead('Noah', 'Nomail', '111-11-2001')),
};

/** Somebody only the applicant tracking system knows. */
export const atsPerson = lead('Tracy', 'Tracked', '111-11-2001');

/** A Contact beside the Leads. */
export const contact = withoutCompany(lead('Carla', 'Contact', '111-11-2001'));

/** Somebody whose check is ordered from another vendor than Checkr. */
export const vendorPerson = withoutCompany(lead('Vera', 'Vendor', '111-11-2001'));

function lead(firstName: string, lastName: string, ssn: string): Person {
  const address = `${firstName}.${lastName}@example.org`.toLowerCase();
  return {
    fields: { FirstName: firstName, LastName: lastName, Email: address, Company: 'Example Helpers' },
    applicant: { firstName, lastName, birthDate: '1990-04-12', ssn, zipCode: '94105' },
  };
}

function withoutEmail(person: Person): Person {
  return { ...person, fields: { ...person.fields, Email: null } };
}

function withoutCompany({ fields: { Company: _, ...fields }, applicant }: Person): Person {
  return { fields, applicant };
}
