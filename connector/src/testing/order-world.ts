import { isFailure } from '../domain/failure.ts';
import type { ConnectionProfile } from '../domain/connection.ts';
import type { Checkr } from '../domain/checkr-port.ts';
import type { CheckRecords, ConsentFiles, Org, RecordLock } from '../domain/ports.ts';
import type { VendorEvent } from '../domain/vendor-event.ts';
import { createFakeCheckr } from './fake-checkr.ts';
import { faultyCheckr, LOST, REFUSED, REFUSED_PLAINLY } from './faulty-checkr.ts';
import { createFakeRecords } from './fake-records.ts';
import {
  createFakeOrg,
  freeLock,
  someAnswers,
  someCheck,
  someConsentFiles,
  somePerson,
  someReport,
  testConnection,
} from './fakes.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How and where a check is ordered. */
export interface World {
  ordering: 'invitation' | 'report';
  country: string;
}

/** What may happen to a check that was asked for. Faults strike the next step of their kind, once. */
export const STEPS = [
  ...([
    'try',
    'lose the answer',
    'lose the write',
    'refuse',
    'refuse plainly',
    'a day passes',
    'e-mail goes',
    'e-mail comes',
  ] as const),
  ...(['applicant answers', 'invitation expires', 'candidate is refused', 'events'] as const),
  ...(['Resume', 'Resend Invitation', 'Cancel'] as const),
];
export type Step = (typeof STEPS)[number];

interface Deps {
  connection: ConnectionProfile;
  checkr: Checkr;
  records: CheckRecords;
  consentFiles: ConsentFiles;
  org: Org;
  lock: RecordLock;
  now(): number;
}

/** What the worker does, as it is tried here. */
interface Work {
  carryOut: (deps: Deps, action: { checkId: string }) => Promise<unknown>;
  apply: (deps: Deps, event: VendorEvent) => Promise<unknown>;
}

/** One check somebody asked for, in a world in which anything may go wrong; `paid` is what Checkr bills or still may. */
export function startOrder({ ordering, country }: World, { carryOut, apply }: Work) {
  const person = { ...somePerson, country, direct: ordering === 'report' ? someAnswers : null };
  const check = someCheck({ person, operationStartedAt: 0 });
  const records = createFakeRecords([check]);
  const fake = createFakeCheckr();
  const { invitations, reports } = fake;
  const faults = { answer: false, write: false, refused: new Set<string>() };
  const orderCall = ordering === 'report' ? 'createReport' : 'createInvitation';
  let now = 0;

  const deps: Deps = {
    connection: { ...testConnection, ordering },
    checkr: faultyCheckr(fake, faults),
    records: {
      ...records,
      write(...[id, change, besides]: Parameters<typeof records.write>) {
        if (!faults.write || change.requestedAction === undefined) return records.write(id, change, besides);
        faults.write = false;
        return Promise.reject(LOST);
      },
    },
    consentFiles: someConsentFiles,
    org: createFakeOrg(),
    lock: freeLock,
    now: () => now,
  };
  const open = () => invitations.filter(({ status, isDeleted }) => status === 'pending' && !isDeleted);
  const attempt = () => carryOut(deps, { checkId: check.id }).catch(unlessForeseen);
  const hear = (objectType: 'invitation' | 'report', objectId: string) =>
    apply(deps, { eventId: `of-${objectId}`, type: `${objectType}.updated`, objectType, objectId }).catch(
      unlessForeseen,
    );

  const happen: Record<Step, () => unknown> = {
    try: attempt,
    'lose the answer': () => (faults.answer = true),
    'lose the write': () => (faults.write = true),
    refuse: () => fake.fail(orderCall, REFUSED),
    'refuse plainly': () => fake.fail(orderCall, REFUSED_PLAINLY),
    'a day passes': () => {
      now += DAY_MS;
      fake.forgetKeys();
    },
    'e-mail goes': () => (person.email = null),
    'e-mail comes': () => (person.email = somePerson.email),
    'applicant answers': () => {
      const [invitation] = open();
      if (!invitation) return;
      const { candidateId, tags } = invitation;
      const report = someReport({ id: `report-of-${invitation.id}`, candidateId, tags, readAt: now + 1 });
      reports.push(report);
      Object.assign(invitation, { status: 'completed', reportId: report.id });
    },
    'invitation expires': () => void Object.assign(open()[0] ?? {}, { status: 'expired' }),
    'candidate is refused': async () => {
      const { candidateId } = (await records.findById(check.id)) ?? check;
      if (candidateId) faults.refused.add(candidateId);
    },
    events: async () => {
      for (const { id } of [...invitations]) await hear('invitation', id);
      for (const { id } of [...reports]) await hear('report', id);
    },
    Resume: () => records.ask(check.id, 'Resume', now),
    'Resend Invitation': () => records.ask(check.id, 'Resend Invitation', now),
    Cancel: () => records.ask(check.id, 'Cancel', now),
  };
  return {
    step: async (step: Step) => void (await happen[step]()),
    written: () => records.written(check.id).at(-1),
    shown: () => records.findById(check.id),
    unordered: records.created,
    ...{ invitations, reports, posts: fake.posts },
    paid: (): string[] => [...open(), ...reports].map(({ id }) => id),
  };
}

/** What is tried again later leaves the check as it is. */
function unlessForeseen(error: unknown): void {
  if (!isFailure(error)) throw error;
}
