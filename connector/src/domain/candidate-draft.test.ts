import { expect, test } from 'vitest';
import { somePerson } from '../testing/fakes.ts';
import { candidateDraft, workLocation } from './candidate-draft.ts';

test.each([
  [
    { country: null, state: 'Illinois', city: 'Springfield' },
    { country: 'US', state: 'IL', city: 'Springfield' },
  ],
  [
    { country: 'United States', state: 'ny', city: null },
    { country: 'US', state: 'NY' },
  ],
  [
    { country: 'USA', state: ' new  york ', city: null },
    { country: 'US', state: 'NY' },
  ],
  [{ country: 'US', state: 'Elsewhere', city: 'Springfield' }, { country: 'US' }],
  [{ country: 'Germany', state: 'Bayern', city: 'Nürnberg' }, { country: 'DE' }],
  [{ country: 'in', state: null, city: null }, { country: 'IN' }],
])('%o works in %o', (address, expected) => {
  expect(workLocation(address)).toEqual(expected);
});

test('a country nobody knows is refused before anything is sent', () => {
  expect(() => workLocation({ country: 'Atlantis', state: null, city: null })).toThrow(
    'invalid: person-with-unknown-country',
  );
});

test('a person without an e-mail address is refused before anything is sent', () => {
  expect(() => candidateDraft({ ...somePerson, email: null }, 'bc-1-1')).toThrow('invalid: person-without-email');
});

test('an invitation tells Checkr no more than name, e-mail and phone', () => {
  expect(candidateDraft(somePerson, 'bc-1-1')).toEqual({
    customId: 'bc-1-1',
    email: 'ada@example.org',
    firstName: 'Ada',
    lastName: 'Example',
    workLocations: [{ country: 'US', state: 'IL', city: 'Springfield' }],
  });
});

test('a direct report needs recorded consent and its document', () => {
  const answers = {
    middleName: null,
    hasNoMiddleName: true,
    birthDate: '1990-04-01',
    ssn: '111-11-2001',
    consentDocument: '069BC0000000001',
  };
  expect(() => candidateDraft({ ...somePerson, direct: { ...answers, consentAt: null } }, 'x')).toThrow(
    'person-without-consent',
  );
  expect(() =>
    candidateDraft({ ...somePerson, direct: { ...answers, consentAt: '2026-11-01', consentDocument: null } }, 'x'),
  ).toThrow('person-without-consent-document');
  const draft = candidateDraft({ ...somePerson, direct: { ...answers, consentAt: '2026-11-01' } }, 'x');
  expect(draft).toMatchObject({ noMiddleName: true, birthDate: '1990-04-01', ssn: '111-11-2001', zipcode: '62701' });
});
