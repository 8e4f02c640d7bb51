import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ANNEX, serveOrg } from '../../testing/serve-org.ts';

type Org = Awaited<ReturnType<typeof serveOrg>>;

let org: Org;
let admin: ReturnType<Org['connect']>;
let librarian: ReturnType<Org['connect']>;
let clerk: ReturnType<Org['connect']>;

const HIDDEN = { errorCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY' };
const READ_ONLY = { errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' };

beforeAll(async () => {
  org = await serveOrg();
});
beforeEach(() => {
  org.reset();
  expect(org.deploy({ sources: [ANNEX], env: {} })).toHaveProperty('deployed');
  org.assignTo('connector@example.org', 'Librarian');
  org.assignTo('reviewer@example.org', 'Clerk');
  org.assignTo('noaccess@example.org', 'Clerk');
  admin = org.connect('admin@example.org');
  librarian = org.connect('connector@example.org');
  clerk = org.connect('noaccess@example.org');
});
afterAll(() => org.close());

const lend = async (row: Record<string, unknown>, by = librarian) =>
  String((await by.sobject('Loan__c').create(row)).id);
const idOf = (object: string, name: string) =>
  String(
    org.org.database.store.rows(object).find((row) => [row['DeveloperName'], row['Username']].includes(name))?.['Id'],
  );
const join = (group: string, member: string) =>
  admin.sobject('GroupMember').create({ GroupId: group, UserOrGroupId: member });
const joinNightShift = () => join(idOf('Group', 'Night_Shift'), idOf('User', 'noaccess@example.org'));
const seen = async (by: typeof clerk) => (await by.query('SELECT Id FROM Loan__c')).records.map(({ Id }) => Id);

test('a criteria rule opens the rows that meet it, for who is in its group, on every API', async () => {
  const returned = await lend({ State__c: 'Returned', Fine__c: 11 });
  const urgent = await lend({ State__c: 'Returned', Note__c: 'URGENT one' });
  await lend({ State__c: 'Returned', Fine__c: 9 });
  await lend({ Fine__c: 50 });
  expect(await seen(clerk)).toEqual([]);
  await joinNightShift();
  expect(await seen(clerk)).toEqual([returned, urgent]);
  const ui = await clerk.requestGet<{ id: string }>(
    `/services/data/v66.0/ui-api/records/${returned}?fields=Loan__c.Name`,
  );
  expect(ui.id).toBe(returned);
  const query = 'query { uiapi { query { Loan__c { edges { node { Id } } } } } }';
  const answer = await clerk.requestPost<object>('/services/data/v66.0/graphql', { query });
  expect(answer).toMatchObject({
    data: { uiapi: { query: { Loan__c: { edges: [{ node: { Id: returned } }, {}] } } } },
  });
});

test('a row leaves the rule when it no longer meets it; an Edit rule lets change but neither delete nor take', async () => {
  await joinNightShift();
  const id = await lend({ State__c: 'Returned', Fine__c: 11 });
  await clerk.sobject('Loan__c').update({ Id: id, Note__c: 'seen' });
  await expect(clerk.sobject('Loan__c').destroy(id)).rejects.toMatchObject(READ_ONLY);
  const OwnerId = idOf('User', 'noaccess@example.org');
  await expect(clerk.sobject('Loan__c').update({ Id: id, OwnerId })).rejects.toMatchObject(READ_ONLY);
  await librarian.sobject('Loan__c').update({ Id: id, Fine__c: 1 });
  await expect(clerk.sobject('Loan__c').update({ Id: id, Note__c: 'again' })).rejects.toMatchObject(HIDDEN);
});

test('an owner rule opens the rows of a group to a queue for reading only, through groups inside groups', async () => {
  const reviewer = org.connect('reviewer@example.org');
  const inner = await admin.sobject('Group').create({ Name: 'Inner', DeveloperName: 'Inner', Type: 'Regular' });
  await join(idOf('Group', 'Night_Shift'), String(inner.id));
  const id = await lend({}, clerk);
  expect(await seen(reviewer)).toEqual([]);
  await join(String(inner.id), idOf('User', 'noaccess@example.org'));
  expect(await seen(reviewer)).toEqual([id]);
  await expect(reviewer.sobject('Loan__c').update({ Id: id, Note__c: 'x' })).rejects.toMatchObject(READ_ONLY);
});

test('members of a queue own its rows together; the queue has to take the object', async () => {
  const queue = idOf('Group', 'Front_Desk');
  const id = await lend({ OwnerId: queue });
  const reviewer = org.connect('reviewer@example.org');
  expect(await seen(reviewer)).toEqual([id]);
  await reviewer.sobject('Loan__c').destroy(id);
  const lead = { LastName: 'Lee', Company: 'Home', OwnerId: queue };
  await expect(admin.sobject('Lead').create(lead)).rejects.toMatchObject({ errorCode: 'FIELD_INTEGRITY_EXCEPTION' });
});

test('deploying a queue again sets its members, and keeps them when it names none', async () => {
  const members = async () =>
    (await admin.query("SELECT UserOrGroupId FROM GroupMember WHERE Group.DeveloperName = 'Front_Desk'")).records;
  await join(idOf('Group', 'Front_Desk'), idOf('User', 'noaccess@example.org'));
  expect(await members()).toHaveLength(2);
  org.deploy({ sources: [ANNEX], env: {} });
  expect(await members()).toMatchObject([{ UserOrGroupId: idOf('User', 'reviewer@example.org') }]);
});

test('a child in a master-detail is seen, added and changed as its parent is', async () => {
  const own = await lend({}, clerk);
  const foreign = await lend({});
  const stamp = await clerk.sobject('Stamp__c').create({ Name: 'mine', Loan__c: own });
  const hidden = await admin.sobject('Stamp__c').create({ Name: 'theirs', Loan__c: foreign });
  expect((await clerk.query('SELECT Name FROM Stamp__c')).records).toMatchObject([{ Name: 'mine' }]);
  await expect(clerk.sobject('Stamp__c').create({ Name: 'no', Loan__c: foreign })).rejects.toMatchObject(HIDDEN);
  await expect(clerk.sobject('Stamp__c').update({ Id: String(hidden.id), Name: 'no' })).rejects.toMatchObject(HIDDEN);
  await clerk.sobject('Stamp__c').destroy(String(stamp.id));
});

test('a child keeps its parent: an update may not mention it, an upsert neither', async () => {
  const loan = await lend({});
  const stamp = await admin.sobject('Stamp__c').create({ Name: 's', Loan__c: loan });
  const change = { Id: String(stamp.id), Name: 't', Loan__c: loan };
  await expect(admin.sobject('Stamp__c').update(change)).rejects.toMatchObject({
    errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
    message: expect.stringContaining('Loan__c') as string,
  });
  await admin.sobject('Stamp__c').update({ Id: String(stamp.id), Name: 't' });
});

test('a lookup cannot be pointed at a row the user may not see, but keeps what it holds', async () => {
  const child = await lend({}, clerk);
  const lead = await admin.sobject('Lead').create({ LastName: 'Lee', Company: 'Home' });
  await clerk.sobject('Loan__c').update({ Id: child, Lead__c: lead.id });
  const shelf = await admin.sobject('Shelf__c').create({ Name: 'Closed', Code__c: 'closed' });
  await expect(clerk.sobject('Loan__c').update({ Id: child, Shelf__c: shelf.id })).rejects.toMatchObject(HIDDEN);
  await admin.sobject('Loan__c').update({ Id: child, Shelf__c: shelf.id });
  await clerk.sobject('Loan__c').update({ Id: child, Shelf__c: shelf.id, Note__c: 'kept' });
});

test('an inactive user cannot become an owner', async () => {
  const id = idOf('User', 'requester@example.org');
  await admin.sobject('User').update({ Id: id, IsActive: false });
  await expect(lend({ OwnerId: id })).rejects.toMatchObject({ errorCode: 'INACTIVE_OWNER_OR_USER' });
});

test('a user who may not read the object cannot become an owner', async () => {
  const refusal = { errorCode: 'TRANSFER_REQUIRES_READ' };
  await expect(lend({ OwnerId: idOf('User', 'requester@example.org') })).rejects.toMatchObject(refusal);
});
