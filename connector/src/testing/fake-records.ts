import { isFinal, type Check, type CheckChange, type CheckStatus, type RequestedAction } from '../domain/check.ts';
import type { CheckEvent } from '../domain/check-event.ts';
import { asListed } from './listed-packages.ts';
import { Failure } from '../domain/failure.ts';
import type { CheckRecords, UnorderedCheck } from '../domain/ports.ts';
import type { Screening } from '../domain/screening.ts';
import { someCheck } from './fakes.ts';

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
  /** Shows a reviewer these items, each of them cited. */
  citing: (...itemIds: string[]) => void;
  /** Makes the next writes fail, one by each. */
  failWrites: (...failures: Failure[]) => void;
  /** Asks for something as a person does, where the org's rules let them; gives whether they do. */
  ask: (id: string, action: keyof typeof ASKED_OF, at: number) => boolean;
}

/** What may be asked for of a check in which status; Request_Fits_Status and Final_Check_Takes_No_Order. */
const ASKED_OF = {
  'Resend Invitation': ['Invited'],
  Resume: ['Error'],
  Cancel: ['Invited', 'In Progress', 'Suspended', 'Error'],
} as const satisfies Partial<Record<RequestedAction, readonly CheckStatus[]>>;

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
    ask(id, action, at) {
      const check = stored.get(id);
      if (!check || check.requestedAction || !ASKED_OF[action].some((status) => status === check.status)) return false;
      const status = action === 'Resume' ? 'Requested' : check.status;
      Object.assign(check, {
        ...{ requestedAction: action, operation: check.operation + 1 },
        ...{ operationStartedAt: at, status },
      });
      return true;
    },
    created,
    listCitedItems: () => Promise.resolve(cited),
    citing: (...itemIds) => void (cited = itemIds),
    noted,
    note: (event) => Promise.resolve(void noted.push(event)),
    listNoted: (eventIds) =>
      Promise.resolve(noted.flatMap(({ sourceEventId }) => (eventIds.includes(sourceEventId) ? [sourceEventId] : []))),
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
    listUnassessed: () => Promise.resolve([]),
    listByReportOrCandidate: (reportId, candidateId) =>
      list((check) => check.reportId === reportId || check.candidateId === candidateId),
    listByInvitationOrCandidate: (invitationId, candidateId) =>
      list((check) => check.invitationId === invitationId || check.candidateId === candidateId),
    write(id, change, { event, screenings = [], adverseItems } = {}) {
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
      if (adverseItems) cited = adverseItems.map((item) => item.id);
      besides.set(id, screenings);
      changes.set(id, [...(changes.get(id) ?? []), asListed(change)]);
      const { status, requestedAction, connectionKey, candidateId, invitationId, reportId, sourceReadAt } = change;
      const { adjudication, reportChangedAt, errorHelp } = change;
      const shown = { status, requestedAction, connectionKey, candidateId, invitationId, reportId, sourceReadAt };
      Object.assign(check, JSON.parse(JSON.stringify({ ...shown, adjudication, reportChangedAt, errorHelp })));
      return Promise.resolve();
    },
  };
}
