import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { jobs } from '../queue/jobs.ts';
import { createFakeCheckr } from '../testing/fake-checkr.ts';
import { createFakeRecords } from '../testing/fake-records.ts';
import { freeLock, someCheck, someInvitation, someReport, testConnection } from '../testing/fakes.ts';
import { createRecordingPublisher } from '../testing/recording-publisher.ts';
import { applyEvent } from '../use-cases/apply-event.ts';
import { createApp } from './app.ts';

const KEY = 'checkr-api-key';

/** Every type of event Checkr documents, older and newer, by the object it is about. */
const TYPES: Readonly<Record<string, string>> = {
  invitation: 'created completed expired deleted',
  report:
    'created updated upgraded completed suspended resumed disputed canceled engaged paused ' +
    'pre_adverse_action post_adverse_action dispute_completed',
  adverse_action: 'notice_not_delivered created completed canceled paused resumed',
  candidate: 'created updated id_required driver_license_required pre_adverse_action post_adverse_action',
  verification: 'created completed processed',
  package: 'created updated deleted',
  continuous_check: 'subscription_error confirmation_required',
  form_i9: 'created updated completed deleted',
  formI9: 'updated',
  account: 'credentialed',
  token: 'deauthorized',
};
const ALL = Object.entries(TYPES).flatMap(([object, names]) => names.split(' ').map((name) => `${object}.${name}`));

interface Row {
  /** `report.completed`, or `report.*`. */
  types: string[];
  isRead: boolean;
}

/** The table of docs/events.md; `.completed` and `completed` go on with the object named before them. */
const rows: Row[] = readFileSync(new URL('../../../docs/events.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => {
    const [, event = '', read = ''] = line.split('|');
    let object = '';
    const types = [...event.matchAll(/`([^`]+)`/g)].map(([, name = '']) => {
      const [before, ...after] = name.split('.');
      if (after.length > 0 && before) object = before;
      return `${object}.${after.length > 0 ? after.join('.') : name}`;
    });
    return { types, isRead: read.trim() !== 'nothing' };
  });
const rowOf = (type: string): Row | undefined =>
  rows.find(({ types }) => types.includes(type)) ?? rows.find(({ types }) => types.includes(`${type.split('.')[0]}.*`));

/** What comes of an event at the door; its job as the worker parses it. */
async function post(type: string) {
  const publisher = createRecordingPublisher();
  const app = createApp({
    ...{ proxyHops: 1, publisher, log: pino({ level: 'silent' }), notReadyReason: () => Promise.resolve(null) },
    connections: [{ name: 'main', orgId: '00DBC0000000001EAA', outboundSecrets: [], checkrApiKeys: [KEY] }],
  });
  const object = type.split('.')[0];
  const body = JSON.stringify({ id: 'evt1', object: 'event', type, data: { object: { id: `${object}1`, object } } });
  const signature = createHmac('sha256', KEY).update(body).digest('hex');
  const answer = await app.request('/checkr', { method: 'POST', body, headers: { 'x-checkr-signature': signature } });
  const [job] = publisher.published;
  return { status: answer.status, event: job?.name === 'apply-event' ? jobs['apply-event'].parse(job.payload) : null };
}

test.each(ALL)('%s is accepted, and read as docs/events.md says', async (type) => {
  const row = rowOf(type);
  expect(row, 'a row of docs/events.md').toBeDefined();
  const { status, event } = await post(type);
  expect(status).toBe(204);
  expect(event !== null).toBe(row?.isRead);
  if (event) expect(event).toMatchObject({ type, objectType: type.split('.')[0] });
});

test('docs/events.md names no type Checkr does not have', () => {
  const named = rows.flatMap(({ types }) => types);
  expect(named.filter((type) => !type.endsWith('.*') && !ALL.includes(type))).toEqual([]);
  expect(
    named.filter((type) => type.endsWith('.*') && !ALL.some((each) => each.startsWith(type.slice(0, -1)))),
  ).toEqual([]);
});

test.each(['report.brand_new', 'invitation.brand_new', 'something.brand_new'])(
  '%s, which Checkr may add one day, is accepted',
  async (type) => {
    const { status, event } = await post(type);
    expect(status).toBe(204);
    expect(event !== null).toBe(!type.startsWith('something'));
  },
);

/** A check as it is when the event comes, and the objects as Checkr has them by then. */
function world(type: string) {
  const done = someReport({ status: 'complete', result: 'clear', completedAt: '2026-11-20T12:00:00Z', readAt: 2_000 });
  const isEnd = { 'invitation.deleted': { isDeleted: true }, 'invitation.expired': { status: 'expired' } } as const;
  const invitation = someInvitation({
    ...(type === 'invitation.completed' ? { status: 'completed', reportId: 'report1' } : {}),
    ...(isEnd as Record<string, object>)[type],
  });
  const fake = createFakeCheckr({ reports: [done], invitations: [invitation] });
  fake.actions.push({ id: 'adverse_action1', reportId: 'report1', status: 'Pending', postNoticeAt: null });
  const check = someCheck({
    ...{ status: 'In Progress', requestedAction: null, candidateId: 'candidate1', invitationId: 'invitation1' },
    ...(type.startsWith('invitation') ? { status: 'Invited' } : { reportId: 'report1' }),
  });
  const records = createFakeRecords([check]);
  const deps = { connection: testConnection, checkr: fake.checkr, records, lock: freeLock, now: Date.now };
  return { deps, written: () => records.written(check.id) };
}

const CHANGES: Readonly<Record<string, object | null>> = {
  'invitation.created': null,
  'invitation.completed': { status: 'Completed', result: 'Clear', reportId: 'report1' },
  'invitation.expired': { status: 'Expired' },
  'invitation.deleted': { status: 'Canceled' },
};

test.each(ALL.filter((type) => rowOf(type)?.isRead))('%s changes what docs/events.md says', async (type) => {
  const { event } = await post(type);
  if (!event) throw new Error('no job');
  const { deps, written } = world(type);
  await applyEvent(deps, event);
  const byObject = type.startsWith('report')
    ? { status: 'Completed', result: 'Clear' }
    : { adverseActionStatus: 'Pending' };
  const expected = type in CHANGES ? CHANGES[type] : byObject;
  expect(written()).toMatchObject(expected ? [expected] : []);
});
