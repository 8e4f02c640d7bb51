import type { Failure } from './failure.ts';

const ASK_AGAIN = 'then request the check again';

/** For refusals of our own making, by code. */
const HELP_BY_CODE: Readonly<Record<string, string>> = {
  'check-without-person': `No person is set. Choose a Lead or a Contact on this record, ${ASK_AGAIN}.`,
  'person-without-email': `The person has no e-mail address. Fill in Email on the Lead or Contact, ${ASK_AGAIN}.`,
  'person-with-unknown-country': `The country is not one we know. Correct Country on the Lead or Contact (for example "United States" or "US"), ${ASK_AGAIN}.`,
  'person-without-consent': `No consent is recorded. Record the signed consent in Background Check Consent At on the Lead or Contact, ${ASK_AGAIN}.`,
  'add-on-not-mapped':
    'The connector does not know which Checkr package stands for this one with its add-ons, so nothing was ordered. Ask your administrator to set CHECKR_ADD_ONS, or request the check without add-ons.',
  'no-open-invitation': 'There is no open invitation to send again. Request a new check instead.',
  'no-report-to-decide': 'There is no report to decide on yet. Wait for the result.',
  'report-changed-since-review': 'The report changed after it was reviewed. Look at it again, then decide.',
  'no-adverse-items-cited':
    'No item was cited. Choose at least one of the items Checkr found, then initiate the adverse action again.',
  'no-adverse-action': 'There is no adverse action to cancel.',
  'order-unconfirmed':
    'It could not be confirmed whether Checkr has this order already, and ordering again might bill it twice. Look for the person in the Checkr dashboard; if there is no invitation or report, request a new check.',
  'no-package':
    'No package was chosen and the connector has no default. Choose a package, or ask your administrator to set CHECKR_DEFAULT_PACKAGE.',
  'live-account-in-test-org':
    'This is a sandbox or test org, but the connector uses a live Checkr account, so nothing was ordered. Ask your administrator to connect a Checkr test account.',
  'test-account-in-live-org':
    'This is a production org, but the connector uses a Checkr test account, so nothing was ordered. Ask your administrator to connect the live Checkr account.',
  'checkr-401': 'Checkr does not accept the API key of the connector. Ask your administrator to check CHECKR_API_KEYS.',
  'checkr-403':
    'Checkr does not let this account do that. Ask your administrator to look at the Checkr account settings.',
};

/** For Checkr's own words: what they mean for the record at hand. First match counts. */
const HELP_BY_WORDS: readonly (readonly [RegExp, string])[] = [
  [/ssn is invalid/i, `Correct the social security number, ${ASK_AGAIN}.`],
  [
    /ssn has already been taken/i,
    'Another candidate at Checkr already has this social security number. Look for an earlier check of the same person.',
  ],
  [/zipcode/i, `Correct the postal code on the Lead or Contact, ${ASK_AGAIN}.`],
  [/email/i, `Correct Email on the Lead or Contact, ${ASK_AGAIN}.`],
  [
    /(first|last|middle) name/i,
    `Correct the name on the Lead or Contact (letters, spaces, hyphens and apostrophes only), ${ASK_AGAIN}.`,
  ],
  [
    /years old|dob|date of birth/i,
    `Check the date of birth; the person may be too young for a background check. Correct it, ${ASK_AGAIN}.`,
  ],
  [/driver license|dl number/i, `Correct the driver license number and state, ${ASK_AGAIN}.`],
  [/package not found/i, 'Checkr no longer offers this package. Choose another package and request the check again.'],
  [
    /duplicate (candidate|report)|limit of reports/i,
    'Checkr refuses another check of this person so soon. Wait 24 hours, or look at the earlier check.',
  ],
  [/work.?location|state/i, `Fill in State and Country on the Lead or Contact, ${ASK_AGAIN}.`],
  [/pii be removed/i, 'The person asked Checkr to delete their data; this candidate can no longer be checked.'],
  [
    /not approved for production|not enabled/i,
    'The Checkr account is not enabled for this yet. Ask your administrator to talk to Checkr.',
  ],
];

/** A plain sentence for the person at the screen: what to mend and where. */
export function helpFor(failure: Failure, about: 'order' | 'decision' = 'order'): string {
  const byCode = HELP_BY_CODE[failure.code];
  if (byCode) return byCode;
  const words = failure.vendorWords.join(' ');
  const match = HELP_BY_WORDS.find(([pattern]) => pattern.test(words));
  if (about === 'decision')
    return 'Checkr refused this decision, so it was withdrawn. Read its message, then decide again.';
  return match?.[1] ?? `Checkr refused this request. Read its message, correct the Lead or Contact, ${ASK_AGAIN}.`;
}
