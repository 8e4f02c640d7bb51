import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { ANNEX, serveOrg } from '../testing/serve-org.ts';
import { createNotificationQueue } from '../outbound/notification-queue.ts';
import { createClock } from './clock.ts';

type Org = Awaited<ReturnType<typeof serveOrg>>;

const DAY_MS = 24 * 3_600_000;
let org: Org;
let time = new Date('2026-11-20T16:00:00Z');

beforeAll(async () => {
  org = await serveOrg({ now: () => time });
});
afterEach(() => {
  time = new Date('2026-11-20T16:00:00Z');
  org.reset();
  org.assignTo('connector@example.org', 'Librarian');
});
afterAll(() => org.close());

const clock = async (change?: Record<string, unknown>) => {
  const answer = await org.control(change ? 'PUT' : 'GET', '/clock', change);
  return { ...((await answer.json()) as Record<string, unknown>), status: answer.status };
};
const remindMe = async () => {
  org.deploy({ sources: [ANNEX], env: {} });
  const admin = org.connect('admin@example.org');
  const { id } = await admin.sobject('Loan__c').create({ Note__c: 'remind me' });
  await org.settled();
  return {
    id: String(id),
    note: async () => (await org.connect('admin@example.org').sobject('Loan__c').retrieve(String(id)))['Note__c'],
  };
};

test('everything goes by the moved clock: stamps, formulas, date literals', async () => {
  await clock({ now: '2027-02-01T08:00:00Z' });
  const librarian = org.connect('connector@example.org');
  const { id } = await librarian.sobject('Loan__c').create({ Due__c: '2027-02-01' });
  const { records } = await librarian.query('SELECT CreatedDate FROM Loan__c WHERE Due__c = TODAY');
  expect(records).toMatchObject([{ CreatedDate: '2027-02-01T08:00:00.000+0000' }]);
  expect(id).toBeDefined();
});

test('a timed path waits for the clock, and has run when the answer to moving it comes', async () => {
  const { id, note } = await remindMe();
  expect(await clock()).toMatchObject({ pending: [{ flow: 'Remind_Later', path: 'After_A_Day', recordId: id }] });
  expect(await clock({ advanceMs: DAY_MS - 1000 })).toMatchObject({ ran: 0 });
  expect(await note()).toBe('remind me');
  expect(await clock({ advanceMs: 1000 })).toMatchObject({ ran: 1, pending: [] });
  expect(await note()).toBe('bring it back');
});

test('a timed path survives a deployment, a reset clears it', async () => {
  const { note } = await remindMe();
  org.deploy({ sources: [ANNEX], env: {} });
  expect(await clock({ advanceMs: DAY_MS })).toMatchObject({ ran: 1 });
  expect(await note()).toBe('bring it back');
  await remindMe();
  org.reset();
  expect(await clock()).toMatchObject({ now: '2026-11-20T16:00:00.000Z', pending: [] });
});

test('a session ends when it is not used for two hours, and not before', async () => {
  const librarian = org.connect('connector@example.org');
  for (let use = 0; use < 3; use += 1) {
    await clock({ advanceMs: 3_600_000 });
    await librarian.query('SELECT Id FROM Loan__c');
  }
  await clock({ advanceMs: 2 * 3_600_000 });
  await expect(librarian.query('SELECT Id FROM Loan__c')).rejects.toMatchObject({ errorCode: 'INVALID_SESSION_ID' });
});

test('calls of more than a day ago no longer count against the limit', async () => {
  await org.control('PUT', '/limit', { limit: 5, used: 5 });
  const query = () => org.connect('connector@example.org').query('SELECT Id FROM Loan__c');
  await expect(query()).rejects.toMatchObject({ errorCode: 'REQUEST_LIMIT_EXCEEDED' });
  await clock({ advanceMs: DAY_MS });
  expect((await query()).done).toBe(true);
});

test('a change the clock does not know is refused by name', async () => {
  const { status, message } = (await clock({ tomorrow: true })) as Record<string, unknown>;
  expect(status).toBe(400);
  expect(message).toContain('tomorrow');
});

test('work waits for the time of the clock, at its pace, and runs when the clock passes it', async () => {
  const own = createClock();
  const done: string[] = [];
  const cancel = own.after(DAY_MS, () => done.push('cancelled'));
  own.after(DAY_MS, () => done.push('later'));
  own.set({ rate: 1_000_000 });
  own.after(60_000, () => done.push('soon'));
  cancel();
  await vi.waitFor(() => expect(done).toEqual(['soon', 'later']), { timeout: 5000 });
});

test('a delivery that failed is tried again when the clock passes its time', async () => {
  let source = new Date('2026-11-20T16:00:00Z');
  const own = createClock(() => source);
  const timers = { now: () => own.now().getTime(), after: own.after };
  const attempts: string[] = [];
  const queue = createNotificationQueue({
    timeScale: 1,
    timers,
    deliver(due) {
      attempts.push(...due.map(({ id }) => id));
      source = new Date(source.getTime() + 1);
      queue.settle(due, 'no answer');
    },
  });
  queue.add({ id: '04l', message: 'Loan__c.Told', recordId: 'a00' });
  await vi.waitFor(() => expect(attempts).toHaveLength(1));
  own.set({ advanceMs: 30_000 });
  await vi.waitFor(() => expect(attempts).toHaveLength(2));
  own.set({ advanceMs: DAY_MS });
  await vi.waitFor(() => expect(queue.failed()).toHaveLength(1));
  queue.close();
});
