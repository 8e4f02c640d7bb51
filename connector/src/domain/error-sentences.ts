const ASK_AGAIN = 'then resume the check';
const ASK_ADMIN = 'Ask your administrator';
const NAME_RULE = 'letters, numbers, spaces, hyphens, apostrophes, periods and commas only';

/** For refusals of our own making, by code. */
export const HELP_BY_CODE: Readonly<Record<string, string>> = {
  'check-without-person': `No person is set. Choose a Lead or a Contact on this record, ${ASK_AGAIN}.`,
  'person-without-email': `The person has no e-mail address. Fill in Email on the Lead or Contact, ${ASK_AGAIN}.`,
  'person-with-unknown-country': `The country is not one we know. Correct Country on the Lead or Contact (for example "United States" or "US"), ${ASK_AGAIN}.`,
  'person-without-consent': `No consent is recorded. Record the signed consent in Background Check Consent At on the Lead or Contact, ${ASK_AGAIN}.`,
  'person-without-consent-document': `The signed consent is missing. Attach it to the Lead or Contact as a file, paste the link of that file into Background Check Consent Document, ${ASK_AGAIN}.`,
  'consent-document-not-a-file': `Background Check Consent Document does not name a file. Open the file with the signed consent, paste its link (it holds an id that begins with 069) on the Lead or Contact, ${ASK_AGAIN}.`,
  'consent-document-not-on-person': `The file in Background Check Consent Document is not attached to this Lead or Contact, or the connector may not see it. Attach the signed consent to this person, paste the link of that file, ${ASK_AGAIN}.`,
  'consent-document-of-another-kind': `Checkr takes a PDF or a picture (PNG, JPG, GIF, BMP, TIFF, HEIC) as consent. Attach one of these, put its link into Background Check Consent Document on the Lead or Contact, ${ASK_AGAIN}.`,
  'consent-document-too-large': `The file in Background Check Consent Document is empty or larger than 10 MB. Attach a smaller one to the Lead or Contact, ${ASK_AGAIN}.`,
  'add-on-not-mapped':
    'The connector does not know which Checkr package stands for this one with its add-ons, so nothing was ordered. Ask your administrator to set CHECKR_ADD_ONS, or request the check without add-ons.',
  'no-open-invitation': 'There is no open invitation to send again. Request a new check instead.',
  'no-report-to-upgrade': 'There is no report to upgrade yet. Wait until the applicant has filled in the form.',
  'no-package-to-upgrade-to':
    'No package was chosen. Choose a higher package in Upgrade Package, then ask for the upgrade again.',
  'no-report-to-decide': 'There is no report to decide on yet. Wait for the result.',
  'report-changed-since-review': 'The report changed after it was reviewed. Look at it again, then decide.',
  'no-adverse-items-cited':
    'No item was cited. Choose at least one of the items Checkr found, then initiate the adverse action again.',
  'not-ordered-here':
    'Checks of this vendor are neither ordered nor invited to from here. Order it from the vendor, then enter the id the vendor gives it as External Id.',
  'no-adverse-action': 'There is no adverse action to cancel.',
  'order-unconfirmed':
    'It could not be confirmed whether Checkr has this order already, and ordering again might bill it twice. Look for the person in the Checkr dashboard; if there is no invitation or report, request a new check.',
  'cancel-unconfirmed':
    'The check was canceled here. It could not be confirmed whether Checkr has an invitation for it, because it does not list people outside the US. Look for the person in the Checkr dashboard; if there is an invitation, cancel it there.',
  'no-package':
    'No package was chosen and the connector has no default. Choose a package, or ask your administrator to set CHECKR_DEFAULT_PACKAGE.',
  'org-not-configured':
    'The connector is logged in to this org, but is configured for another one, so nothing was ordered. Ask your administrator to correct SALESFORCE_ORG_ID or the login.',
  'live-account-in-test-org':
    'This is a sandbox or test org, but the connector uses a live Checkr account, so nothing was ordered. Ask your administrator to connect a Checkr test account.',
  'test-account-in-live-org':
    'This is a production org, but the connector uses a Checkr test account, so nothing was ordered. Ask your administrator to connect the live Checkr account.',
};

/** For a refusal whose words say nothing to the person at the screen. */
export const HELP_BY_STATUS: Readonly<Record<string, string>> = {
  'checkr-401': 'Checkr does not accept the API key of the connector (CHECKR_API_KEYS).',
  'checkr-403':
    'Checkr does not let this account do that. Ask your administrator to look at the Checkr account settings.',
  'checkr-404':
    'Checkr no longer knows this candidate, invitation or report. Look for the person in the Checkr dashboard; if nothing is there, request a new check.',
};

/** Behind what is in the way where nothing was refused to the person who asked: it goes on by itself. */
export const WAITS =
  'What was asked for waits and goes on by itself once that is mended; there is no need to ask again. The Background Check Admins were told.';

/** For Checkr's own words about an order: what to mend and where. First match counts, so the particular come first. */
export const HELP_BY_WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /ssn is invalid/i,
    `Correct Social Security Number on the Lead or Contact (nine digits of a real number, not a taxpayer number), ${ASK_AGAIN}.`,
  ],
  [
    /ssn has already been taken/i,
    'Another candidate at Checkr already has this Social Security Number. Look for an earlier check of the same person, or correct the number.',
  ],
  [
    /must have ssn/i,
    `This package needs a Social Security Number. Fill it in on the Lead or Contact, ${ASK_AGAIN}; or cancel it and request one with another package.`,
  ],
  [
    /ssn trace/i,
    'Checkr has not finished tracing the Social Security Number yet. Wait for the first check, then try again.',
  ],
  [/zip ?code/i, `Correct the postal code (five digits in the US) on the Lead or Contact, ${ASK_AGAIN}.`],
  [/email/i, `Correct Email on the Lead or Contact, ${ASK_AGAIN}.`],
  [
    /no.middle.name/i,
    `Fill in Middle Name or tick No Middle Name on the Lead or Contact, not both, ${ASK_AGAIN}. What a report already stands on cannot be changed.`,
  ],
  [/first name/i, `Correct First Name on the Lead or Contact (${NAME_RULE}), ${ASK_AGAIN}.`],
  [/last name/i, `Correct Last Name on the Lead or Contact (${NAME_RULE}), ${ASK_AGAIN}.`],
  [/middle name/i, `Correct Middle Name on the Lead or Contact (${NAME_RULE}), ${ASK_AGAIN}.`],
  [
    /years old|under age|\bdob\b|date of birth/i,
    `Correct Birthdate on the Lead or Contact, ${ASK_AGAIN}. Somebody too young cannot be checked with this package.`,
  ],
  [
    /driver license|dl number|number can't be blank/i,
    'This package needs a driver license number and state that Checkr can look up. Request the check by invitation, where the applicant fills them in, or with a package without driving records.',
  ],
  [
    /(cannot|can not) be updated/i,
    'Checkr keeps what an earlier report of this person stands on. Correct the entry in the Checkr dashboard, or ask Checkr to.',
  ],
  [/package.*not found/i, 'Checkr no longer offers this package. Request a new check with another package.'],
  [
    /only be ordered by invitation/i,
    'This package can only be ordered by invitation. Cancel this check and request one with another package, or ask your administrator to set CHECKR_ORDERING to invitation.',
  ],
  [
    /is for work (in|out)side/i,
    "This package does not fit the person's Country. Cancel this check and request one with another package.",
  ],
  [
    /duplicate (candidate|report)|limit of reports/i,
    'Checkr refuses another check of this person so soon. Wait 24 hours, or look at the earlier check.',
  ],
  [/pii (be )?removed/i, 'The person asked Checkr to delete their data; this candidate can no longer be checked.'],
  [
    /not approved for production/i,
    `The Checkr account is not approved for real checks yet. ${ASK_ADMIN} to finish signing up with Checkr.`,
  ],
  [/hierarchy|\bnodes?\b/i, `Checkr does not know the node of this connection. ${ASK_ADMIN} to check CHECKR_NODE.`],
  [
    /consent|document/i,
    'Checkr does not accept the consent document. Attach the signed consent as a PDF or picture, name it in Background Check Consent Document on the Lead or Contact, then resume the check.',
  ],
  [
    /\bgeos?\b|program/i,
    `The Checkr account asks for a geo or program with every order. ${ASK_ADMIN} to talk to Checkr.`,
  ],
  [
    /work.?location|\b(us )?state\b|\bcity\b|\bcountry\b/i,
    `Correct City, State and Country on the Lead or Contact, ${ASK_AGAIN}.`,
  ],
  [/phone/i, `Correct Phone on the Lead or Contact, ${ASK_AGAIN}.`],
  [
    /candidate( \S+)? not found/i,
    'Checkr no longer knows this candidate. Request a new check; the person is then entered anew.',
  ],
  [
    /is (missing|a required field)|does not have a valid value/i,
    `Checkr misses or does not accept the entry it names. Correct it on the Lead or Contact, ${ASK_AGAIN}.`,
  ],
  [/not enabled/i, `The Checkr account is not enabled for this yet. ${ASK_ADMIN} to talk to Checkr.`],
];

/** The same about a report that is there: a decision, an upgrade, an adverse action. */
export const HELP_BY_WORDS_ABOUT_REPORT: readonly (readonly [RegExp, string])[] = [
  [
    /pre-existing adverse action/i,
    'An adverse action on this report is complete or disputed, so it cannot be changed any more. Cancel the adverse action or request a new check.',
  ],
  [/too old to upgrade/i, 'A report can be upgraded for 30 days only. Request a new check with the higher package.'],
  [
    /does not add any screenings/i,
    'The chosen package adds nothing to this report. Choose a higher one in Upgrade Package.',
  ],
  [
    /must have ssn to upgrade/i,
    'Only a report with a Social Security Number can be upgraded. Request a new check with the higher package.',
  ],
  [
    /adverse (action|items?)|result consider/i,
    'Checkr does not take an adverse action on this report as it is now. Look at the report again and cite items Checkr lists.',
  ],
  [
    /post_notice|scheduled/i,
    'Checkr does not accept the date of the final notice. Choose another Adverse Action Post Notice At, usually at least seven days ahead.',
  ],
];
