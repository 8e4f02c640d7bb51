import type { AdverseAction } from '../domain/adverse-action.ts';
import type { CandidateName } from '../domain/candidate-name.ts';
import { Failure } from '../domain/failure.ts';
import type { CandidateDraft } from '../domain/candidate-draft.ts';
import type { Checkr } from '../domain/checkr-port.ts';
import type { Invitation, Report } from '../domain/report.ts';
import { someInvitation, someReport } from './fakes.ts';

interface FakeCheckrState {
  reports?: Report[];
  invitations?: Invitation[];
  candidates?: { id: string; customId: string }[];
  /** Ids of candidates outside the US: neither they nor their invitations are ever listed. */
  unlisted?: string[];
}

/** A Checkr account in memory that honours idempotency keys; `fail` makes the next calls of a name throw. */
export function createFakeCheckr(state: FakeCheckrState = {}) {
  const posts: { call: string; key: string }[] = [];
  const made = new Map<string, unknown>();
  const failing = new Map<keyof Checkr, Failure[]>();
  const { reports = [], invitations = [], candidates = [], unlisted = [] } = state;
  const isListed = (candidateId: string) => !unlisted.includes(candidateId);
  const actions: AdverseAction[] = [];
  const updates: { id: string; draft: CandidateDraft; contactOnly: boolean }[] = [];
  const names = new Map<string, CandidateName>();

  function step<T>(call: keyof Checkr, make: () => T): Promise<T> {
    const failure = failing.get(call)?.shift();
    return failure ? Promise.reject(failure) : Promise.resolve().then(make);
  }
  const once = <T>(call: keyof Checkr, key: string, make: () => T): Promise<T> =>
    step(call, () => {
      if (!made.has(key)) {
        posts.push({ call, key });
        made.set(key, structuredClone(make()));
      }
      return made.get(key) as T;
    });
  const find = <T extends { id: string }>(items: T[], id: string): T => {
    const item = items.find((each) => each.id === id);
    if (!item) throw new Failure('not-found', 'checkr-404');
    return item;
  };
  const add = <T>(items: T[], item: T): T => {
    items.push(item);
    return item;
  };

  const checkr: Checkr = {
    createCandidate: (draft, key) =>
      once('createCandidate', key, () => {
        const { id } = add(candidates, { id: `candidate${posts.length}`, customId: draft.customId });
        if (draft.workLocations.some(({ country }) => country !== 'US')) unlisted.push(id);
        return id;
      }),
    getCandidateName: (id) => step('getCandidateName', () => names.get(id) ?? { firstName: null, lastName: null }),
    updateCandidate: (id, draft, { contactOnly }) =>
      step('updateCandidate', () => void updates.push({ id, draft, contactOnly })),
    findCandidateByCustomId: (customId) =>
      step(
        'findCandidateByCustomId',
        () => candidates.find((each) => each.customId === customId && isListed(each.id))?.id ?? null,
      ),
    createInvitation: ({ candidateId, tags, idempotencyKey }) =>
      once('createInvitation', idempotencyKey, () =>
        add(invitations, someInvitation({ id: `invitation${invitations.length + 1}`, candidateId, tags })),
      ),
    deleteInvitation: (id) =>
      step('deleteInvitation', () => void Object.assign(find(invitations, id), { isDeleted: true })),
    listInvitations: (candidateId) =>
      step('listInvitations', () =>
        invitations.filter((each) => each.candidateId === candidateId && !each.isDeleted && isListed(candidateId)),
      ),
    uploadConsent: (_candidateId, _file, key) => once('uploadConsent', key, () => 'document1'),
    createReport: ({ candidateId, tags, idempotencyKey }) =>
      once('createReport', idempotencyKey, () => add(reports, someReport({ candidateId, tags })).id),
    listReports: (candidateId) => step('listReports', () => reports.filter((each) => each.candidateId === candidateId)),
    listCandidates: () =>
      step('listCandidates', () => {
        const reportIdsOf = (id: string) => reports.filter((each) => each.candidateId === id).map((each) => each.id);
        const listed = candidates.filter(({ id }) => isListed(id));
        return { candidates: listed.map(({ id }) => ({ id, reportIds: reportIdsOf(id) })), isLast: true };
      }),
    listRevisedReports: () =>
      step('listRevisedReports', () => reports.filter(({ revisedAt }) => revisedAt).map(({ id }) => id)),
    completeReport: (id, key) =>
      once(
        'completeReport',
        key,
        () => void Object.assign(find(reports, id), { status: 'complete', includesCanceled: true }),
      ),
    upgradeReport: (id, packageSlug, key) =>
      once(
        'upgradeReport',
        key,
        () =>
          void Object.assign(find(reports, id), {
            ...{ packageSlug, status: 'pending', result: null, completedAt: null },
            upgradedAt: '2026-11-20T13:00:00Z',
          }),
      ),
    engageReport: (id, key) =>
      once('engageReport', key, () => void Object.assign(find(reports, id), { adjudication: 'engaged' })),
    listAdverseItems: () => step('listAdverseItems', () => [{ id: 'item1', text: 'something found' }]),
    createAdverseAction: ({ reportId, postNoticeAt, idempotencyKey }) =>
      once('createAdverseAction', idempotencyKey, () => {
        Object.assign(find(reports, reportId), { adjudication: 'pre_adverse_action' });
        return add(actions, { id: 'action1', reportId, status: 'Pending', postNoticeAt }).id;
      }),
    getAdverseAction: (id) => step('getAdverseAction', () => ({ ...find(actions, id) })),
    cancelAdverseAction: (id) =>
      step('cancelAdverseAction', () => void Object.assign(find(actions, id), { status: 'Canceled' })),
    getInvitation: (id) => step('getInvitation', () => ({ ...find(invitations, id) })),
    getReport: (id) => step('getReport', () => ({ ...find(reports, id) })),
    listPackages: () => Promise.resolve([]),
    reportUrl: (id) => `https://dashboard.example.org/reports/${id}`,
  };
  const fail = (call: keyof Checkr, ...failures: Failure[]): void => void failing.set(call, failures);
  /** A day later Checkr takes a repeated call for a new one. */
  const forgetKeys = () => made.clear();
  return { checkr, posts, fail, forgetKeys, invitations, reports, actions, updates, names };
}
