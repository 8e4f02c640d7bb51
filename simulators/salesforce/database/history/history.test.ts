import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ANNEX, serveOrg } from '../../testing/serve-org.ts';

let org: Awaited<ReturnType<typeof serveOrg>>;
let librarian: ReturnType<typeof org.connect>;
let admin: ReturnType<typeof org.connect>;
let loan: string;

beforeAll(async () => {
  org = await serveOrg();
  expect(org.deploy({ sources: [ANNEX], env: {} })).toHaveProperty('deployed');
  librarian = org.connect('connector@example.org');
  admin = org.connect('admin@example.org');
});
beforeEach(async () => {
  loan = String((await librarian.sobject('Loan__c').create({ Note__c: 'new' })).id);
});
afterAll(() => org.close());

const change = (row: Record<string, unknown>) => admin.sobject('Loan__c').update({ Id: loan, ...row });
const lines = async (connection: typeof admin, fields: string) => {
  const { records } = await connection.query(
    `SELECT ${fields} FROM Loan__History WHERE ParentId = '${loan}' ORDER BY CreatedDate`,
  );
  return records.map(({ attributes: _attributes, ...line }) => line);
};

test('the history tells every value of a tracked field in order, also within one second', async () => {
  await librarian.sobject('Loan__c').update({ Id: loan, State__c: 'Returned' });
  await librarian.sobject('Loan__c').update({ Id: loan, State__c: 'Open' });
  await librarian.sobject('Loan__c').update({ Id: loan, State__c: 'Returned' });
  expect(await lines(admin, 'Field, OldValue, NewValue')).toEqual([
    { Field: 'created', OldValue: null, NewValue: null },
    { Field: 'State__c', OldValue: 'Open', NewValue: 'Returned' },
    { Field: 'State__c', OldValue: 'Returned', NewValue: 'Open' },
    { Field: 'State__c', OldValue: 'Open', NewValue: 'Returned' },
  ]);
});

test('who and when are kept, fields that are not tracked and saves that change nothing are not', async () => {
  await change({ Fine__c: 3 });
  await change({ Note__c: 'other', Fine__c: 3 });
  const rows = await lines(admin, 'Field, NewValue, CreatedDate, CreatedBy.Username');
  expect(rows).toMatchObject([
    { Field: 'created', CreatedBy: { Username: 'connector@example.org' } },
    { Field: 'Fine__c', NewValue: 3, CreatedBy: { Username: 'admin@example.org' } },
  ]);
  expect(Date.parse(String(rows[1]?.['CreatedDate']))).toBeGreaterThan(0);
});

test('of long and of encrypted texts only that they changed is kept', async () => {
  await change({ Story__c: 'a private story', Secret__c: '123456789' });
  const rows = await lines(admin, 'Field, OldValue, NewValue');
  expect(rows.slice(1)).toEqual([
    { Field: 'Secret__c', OldValue: null, NewValue: null },
    { Field: 'Story__c', OldValue: null, NewValue: null },
  ]);
});

test('a lookup has one line with names and one with ids', async () => {
  const code = `shelf-${crypto.randomUUID().slice(0, 8)}`;
  const shelf = await admin.sobject('Shelf__c').create({ Name: 'Poems', Code__c: code });
  await change({ Shelf__c: shelf.id });
  expect((await lines(admin, 'DataType, NewValue')).slice(1)).toEqual([
    { DataType: 'Text', NewValue: 'Poems' },
    { DataType: 'EntityId', NewValue: shelf.id },
  ]);
});

test('a save that is rolled back leaves no history', async () => {
  await change({ State__c: 'Returned' });
  const rows = [
    { Id: loan, Fine__c: 5, attributes: { type: 'Loan__c' } },
    { Id: loan, State__c: 'Burnt', attributes: { type: 'Loan__c' } },
  ];
  await admin.requestPatch(`/services/data/v66.0/composite/sobjects`, { allOrNone: true, records: rows });
  expect((await lines(admin, 'Field')).map(({ Field }) => Field)).toEqual(['created', 'State__c']);
});

test('history is read by who can read the row and the field, written by nobody, and goes with its row', async () => {
  const reader = org.connect('requester@example.org');
  const own = String((await reader.sobject('Loan__c').create({ Note__c: 'mine' })).id);
  await admin.sobject('Loan__c').update([
    { Id: own, State__c: 'Returned', Fine__c: 2 },
    { Id: loan, State__c: 'Returned' },
  ]);
  const seen = async () => (await reader.query('SELECT Field, ParentId FROM Loan__History ORDER BY Id')).records;
  expect(await seen()).toMatchObject([
    { Field: 'created', ParentId: own },
    { Field: 'State__c', ParentId: own },
  ]);
  const code = { errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' };
  await expect(admin.sobject('Loan__History').create({ ParentId: own })).rejects.toMatchObject(code);
  await admin.sobject('Loan__c').destroy(own);
  expect(await seen()).toEqual([]);
});

test('values of history cannot be filtered', async () => {
  await expect(admin.query("SELECT Id FROM Loan__History WHERE NewValue = 'Open'")).rejects.toMatchObject({
    errorCode: 'INVALID_FIELD',
  });
});
