import { isFinal, type Check, type CheckChange } from '../domain/check.ts';
import type { CheckEvent } from '../domain/check-event.ts';
import type { ConnectionProfile } from '../domain/connection.ts';
import { Failure } from '../domain/failure.ts';
import type { Person } from '../domain/person.ts';
import type { CheckRecords, ConsentFiles, Org, RecordLock, UnorderedCheck } from '../domain/ports.ts';
import type { Invitation, Report } from '../domain/report.ts';
import type { Screening } from '../domain/screening.ts';

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
    vendorRevision: 0,
    reviewDecision: null,
    reviewedRevision: null,
    adverseActionId: null,
    adverseActionPostNoticeAt: null,
    leadId: somePerson.id,
    contactId: null,
    person: somePerson,
    atsAccountId: null,
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

/** What guards the records of an org; a test takes one away to show that it is needed. */
export interface FakeGuards {
  /** Older_Read_Refused. */
  readAt?: boolean;
  /** Final_Check_Stays_Final. */
  final?: boolean;
}

interface FakeRecords extends CheckRecords {
  written: (id: string) => CheckChange[];
  created: UnorderedCheck[];
  noted: CheckEvent[];
  screeningsOf: (id: string) => readonly Screening[] | undefined;
  /** Makes the next writes fail, one by each. */
  failWrites: (...failures: Failure[]) => void;
}

/** What the org of most tests lists; as in Checkr's own lists, no package of a continuous check is among them. */
const LISTED_PACKAGES: readonly (string | undefined)[] = [
  'tasker_standard',
  'tasker_pro',
  'driver_standard',
  'driver_pro',
];

/** As the org takes it: without a package it does not list. */
function asListed<C extends CheckChange>(change: C): C {
  const listed = { ...change };
  if (!LISTED_PACKAGES.includes(change.packageSlug)) delete listed.packageSlug;
  return listed;
}

/** Check records in memory, with the org's guards against late writes and against opening a final check again. */
export function createFakeRecords(checks: Check[], guards: FakeGuards = {}): FakeRecords {
  const stored = new Map(checks.map((check) => [check.id, { ...check }]));
  const changes = new Map<string, CheckChange[]>();
  const readAt = new Map<string, number>();
  const besides = new Map<string, readonly Screening[]>();
  const created: UnorderedCheck[] = [];
  const noted: CheckEvent[] = [];
  let cited: string[] = [];
  let failing: Failure[] = [];
  const list = (matches: (check: Check) => boolean) =>
    Promise.resolve([...stored.values()].filter(matches).map((check) => ({ ...check })));
  return {
    written: (id) => changes.get(id) ?? [],
    screeningsOf: (id) => besides.get(id),
    failWrites: (...failures) => void (failing = failures),
    created,
    listCitedItems: () => Promise.resolve(cited),
    replaceAdverseItems: (_id, items) => Promise.resolve(void (cited = items.map((item) => item.id))),
    noted,
    note: (event) => Promise.resolve(void noted.push(event)),
    createUnordered(unordered) {
      const { leadId, contactId } = unordered;
      const change = asListed(unordered.change);
      const { status = 'Requested', reportId, candidateId = null, connectionKey = null } = change;
      const id = `a00BC000000${String(created.push({ ...unordered, change })).padStart(4, '9')}AAA`;
      const made = { id, status, reportId, candidateId, connectionKey, leadId, contactId, requestedAction: null };
      stored.set(id, someCheck(made));
      return Promise.resolve();
    },
    findById: async (id) => (await list((check) => check.id === id))[0] ?? null,
    findCandidateOf: async (personId, key) =>
      (
        await list(
          (check) => check.person?.id === personId && check.connectionKey === key && check.candidateId !== null,
        )
      )[0]?.candidateId ?? null,
    listOutstanding: () => Promise.resolve([]),
    listOpen: () => Promise.resolve([]),
    listByReportOrCandidate: (reportId, candidateId) =>
      list((check) => check.reportId === reportId || check.candidateId === candidateId),
    listByInvitationOrCandidate: (invitationId, candidateId) =>
      list((check) => check.invitationId === invitationId || check.candidateId === candidateId),
    write(id, change, { event, screenings = [] } = {}) {
      const failure = failing.shift();
      if (failure) throw failure;
      const check = stored.get(id);
      if (!check) throw new Failure('not-found', 'salesforce-not-found');
      const reopens =
        change.status !== undefined && isFinal(check.status) && !isFinal(change.status) && !change.reopenReason;
      if (reopens && guards.final !== false) throw new Failure('unavailable', 'check-became-final');
      if ((change.sourceReadAt ?? Infinity) < (readAt.get(id) ?? 0) && guards.readAt !== false)
        throw new Failure('late', 'read-before-what-is-shown');
      if (change.sourceReadAt) readAt.set(id, change.sourceReadAt);
      if (event) noted.push(event);
      besides.set(id, screenings);
      changes.set(id, [...(changes.get(id) ?? []), asListed(change)]);
      const { status, requestedAction, connectionKey, candidateId, invitationId, reportId, sourceReadAt } = change;
      const shown = { status, requestedAction, connectionKey, candidateId, invitationId, reportId, sourceReadAt };
      Object.assign(check, JSON.parse(JSON.stringify(shown)));
      return Promise.resolve();
    },
  };
}

/** A lock nobody else competes for. */
export const freeLock: RecordLock = {
  hold: (_id, work) => work(),
  readTogether: async (_id, { read, work }) => work(await read()),
};

/** An org that says it is a sandbox, or is not. */
export function createFakeOrg(isTest = true): Org {
  return { getFacts: () => Promise.resolve({ orgId: testConnection.orgId, isTest }) };
}

/** An org in which one file is attached to whoever asks. */
export const someConsentFiles: ConsentFiles = {
  read: () => Promise.resolve({ name: 'consent.pdf', contentType: 'application/pdf', bytes: new Uint8Array([1]) }),
};
