import { expect, test } from 'vitest';
import { helpFor } from '../../connector/src/domain/error-help.ts';
import { Failure } from '../../connector/src/domain/failure.ts';
import { isMendedOnPerson } from '../../force-app/main/default/lwc/checkActions/mending.ts';

const refused = (...vendorWords: string[]) => new Failure('rejected', 'checkr-400', { vendorWords });
const ours = (code: string) => new Failure('rejected', code);

test.each([
  ours('person-without-email'),
  ours('person-with-unknown-country'),
  ours('person-without-consent'),
  refused('zipcode is invalid'),
  refused('SSN is invalid'),
  refused('first name is not valid'),
  refused('work location has no city'),
])('the card leads to the person for an error that is mended there: %s', (failure) => {
  expect(isMendedOnPerson(helpFor(failure))).toBe(true);
});

test.each([
  ours('add-on-not-mapped'),
  ours('no-package'),
  ours('org-not-configured'),
  ours('live-account-in-test-org'),
  refused('package driver_pro not found'),
  refused('package is for work outside the US'),
  refused('node does not exist'),
  refused('account is not approved for production'),
])('and not for one of the package, an add-on or the connection: %s', (failure) => {
  expect(isMendedOnPerson(helpFor(failure))).toBe(false);
});
