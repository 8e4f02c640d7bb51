import countries from 'i18n-iso-countries/index.js';
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import { Failure } from './failure.ts';
import type { Person } from './person.ts';
import { usStateCode } from './us-states.ts';

// The package's own entry reads the names of every language there is.
countries.registerLocale(english);

/** Where the person will work; decides which law applies. Codes: ISO 3166 alpha-2 and, in the US, the postal code. */
export interface WorkLocation {
  country: string;
  state?: string;
  city?: string;
}

/** What Checkr is told about a person. */
export interface CandidateDraft {
  customId: string;
  email: string;
  firstName?: string;
  lastName?: string;
  phone?: string;
  zipcode?: string;
  middleName?: string;
  noMiddleName?: boolean;
  birthDate?: string;
  ssn?: string;
  workLocations: WorkLocation[];
}

/** @throws Failure `invalid` naming the field to mend, before anything is sent to Checkr. */
export function candidateDraft(person: Person, customId: string): CandidateDraft {
  if (!person.email) throw new Failure('invalid', 'person-without-email');
  return {
    customId,
    email: person.email,
    ...present({ firstName: person.firstName, lastName: person.lastName, phone: person.phone }),
    workLocations: [workLocation(person)],
    ...(person.direct ? directAnswers(person) : {}),
  };
}

/** The person's address as Checkr wants it; a state only where it can be told for certain. */
export function workLocation(person: Pick<Person, 'country' | 'state' | 'city'>): WorkLocation {
  const country = countryCode(person.country);
  if (country !== 'US') return { country };
  const state = usStateCode(person.state);
  if (!state) return { country };
  return { country, state, ...present({ city: person.city }) };
}

function directAnswers({ direct, postalCode }: Person): Partial<CandidateDraft> {
  if (!direct?.consentAt) throw new Failure('invalid', 'person-without-consent');
  if (!direct.consentDocument) throw new Failure('invalid', 'person-without-consent-document');
  return {
    ...present({ middleName: direct.middleName, birthDate: direct.birthDate, ssn: direct.ssn }),
    noMiddleName: !direct.middleName && direct.hasNoMiddleName,
    ...present({ zipcode: postalCode?.slice(0, 5) ?? null }),
  };
}

function countryCode(country: string | null): string {
  if (!country) return 'US';
  const known = countries.isValid(country) ? countries.toAlpha2(country) : countries.getAlpha2Code(country, 'en');
  if (!known) throw new Failure('invalid', 'person-with-unknown-country');
  return known;
}

function present<T extends Record<string, string | null>>(values: T): { [K in keyof T]?: string } {
  const entries = Object.entries(values).filter(([, value]) => value !== null && value !== '');
  return Object.fromEntries(entries) as { [K in keyof T]?: string };
}
