import { type Check } from '../domain/check.ts';
import type { ConnectionProfile } from '../domain/connection.ts';
import type { Person } from '../domain/person.ts';
import type { ConsentFiles, Org, RecordLock } from '../domain/ports.ts';
import type { Invitation, Report } from '../domain/report.ts';

/** The connection most tests use: a sandbox with a Checkr test account, ordering by invitation. */
export const testConnection: ConnectionProfile = {
  name: 'main',
  orgId: '00DBC0000000001EAA',
  mode: 'test',
  ordering: 'invitation',
  defaultPackage: 'tasker_standard',
  usesAssess: false,
  node: null,
  addOns: {},
};

/** An invented person with everything an invitation needs. */
export const somePerson: Person = {
  id: '00QBC0000000001AAA',
  firstName: 'Ada',
  lastName: 'Example',
  email: 'ada@example.org',
  phone: null,
  city: 'Springfield',
  state: 'Illinois',
  postalCode: '62701-1234',
  country: null,
  direct: null,
};

/** A check somebody just asked for. */
export function someCheck(overrides: Partial<Check> = {}): Check {
  return {
    id: 'a00BC0000000001AAA',
    status: 'Requested',
    requestedAction: 'Order',
    operation: 1,
    operationStartedAt: null,
    connectionKey: null,
    vendor: 'Checkr',
    externalId: null,
    packageSlug: 'driver_standard',
    upgradePackageSlug: null,
    addOns: [],
    candidateId: null,
    invitationId: null,
    reportId: null,
    result: null,
    adjudication: null,
    sourceReadAt: null,
    reportChangedAt: null,
    vendorRevision: 0,
    reviewDecision: null,
    reviewedRevision: null,
    adverseActionId: null,
    adverseActionPostNoticeAt: null,
    leadId: somePerson.id,
    contactId: null,
    person: somePerson,
    atsAccountId: null,
    errorHelp: null,
    ...overrides,
  };
}

export function someReport(overrides: Partial<Report> = {}): Report {
  return {
    id: 'report1',
    candidateId: 'candidate1',
    packageSlug: 'driver_standard',
    tags: [],
    status: 'pending',
    result: null,
    assessment: null,
    adjudication: null,
    includesCanceled: false,
    completedAt: null,
    upgradedAt: null,
    revisedAt: null,
    screenings: [],
    turnaroundSeconds: null,
    source: 'form',
    estimatedCompletion: null,
    readAt: 1_000,
    ...overrides,
  };
}

export function someInvitation(overrides: Partial<Invitation> = {}): Invitation {
  return {
    id: 'invitation1',
    status: 'pending',
    isDeleted: false,
    candidateId: 'candidate1',
    reportId: null,
    tags: [],
    url: 'https://apply.example.org/invite/1',
    expiresAt: '2026-11-28T07:59:59Z',
    readAt: 1_000,
    ...overrides,
  };
}

/** A lock nobody else competes for. */
export const freeLock: RecordLock = {
  hold: (_id, work) => work(),
  readTogether: async (_id, { knows, read, work }) => work(await read([knows])),
};

/** An org that says it is a sandbox, or is not. */
export function createFakeOrg(isTest = true): Org {
  return { getFacts: () => Promise.resolve({ orgId: testConnection.orgId, isTest }) };
}

/** An org in which one file is attached to whoever asks. */
export const someConsentFiles: ConsentFiles = {
  read: () => Promise.resolve({ name: 'consent.pdf', contentType: 'application/pdf', bytes: new Uint8Array([1]) }),
};

/** What an order without an invitation needs of that person. */
export const someAnswers: NonNullable<Person['direct']> = {
  middleName: null,
  hasNoMiddleName: true,
  birthDate: '1990-01-01',
  ssn: '111-11-2001',
  consentAt: '2026-01-01',
  consentDocument: 'https://org.example.org/lightning/r/ContentDocument/069BC0000000001YAA/view',
};
