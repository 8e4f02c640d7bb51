import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { serveOrg } from '../../testing/serve-org.ts';

type Org = Awaited<ReturnType<typeof serveOrg>>;

let org: Org;
let librarian: ReturnType<Org['connect']>;

beforeAll(async () => {
  org = await serveOrg();
  librarian = org.connect('connector@example.org');
});
afterEach(() => org.control('PUT', '/faults', []));
afterAll(() => org.close());

const order = (prefix: string, index: number) => ({ Order__c: `${prefix}-${index}` });
const three = (prefix: string) => [0, 1, 2].map((index) => order(prefix, index));
const saved = async (prefix: string) =>
  (await librarian.query(`SELECT Order__c FROM Loan__c WHERE Order__c LIKE '${prefix}-%'`)).records.map(
    (row) => row['Order__c'],
  );

test('single rows of a collections call are refused on demand, the others are saved', async () => {
  const fault = { match: 'PATCH /composite/sobjects', rowErrorCode: 'UNABLE_TO_LOCK_ROW', rows: [0, 2] };
  await org.control('PUT', '/faults', [fault]);
  const results = await librarian.sobject('Loan__c').upsert(three('lock'), 'Order__c');
  expect(results.map(({ success, errors }) => [success, errors])).toMatchObject([
    [false, [{ statusCode: 'UNABLE_TO_LOCK_ROW', message: 'unable to obtain exclusive access to this record' }]],
    [true, []],
    [false, [{ statusCode: 'UNABLE_TO_LOCK_ROW' }]],
  ]);
  expect(await saved('lock')).toEqual(['lock-1']);
  await librarian.sobject('Loan__c').upsert(three('lock'), 'Order__c');
  expect(await saved('lock')).toHaveLength(3);
});

test('with allOrNone one row refused on demand undoes all', async () => {
  await org.control('PUT', '/faults', [
    { match: 'POST /composite/sobjects', rowErrorCode: 'QUERY_TIMEOUT', rows: [1] },
  ]);
  const results = await librarian.sobject('Loan__c').create(three('none'), { allOrNone: true });
  expect(results.map(({ errors }) => (errors[0] as { statusCode?: string } | undefined)?.statusCode)).toEqual([
    'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    'QUERY_TIMEOUT',
    'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  ]);
  expect(await saved('none')).toEqual([]);
});

test.each([
  [{ match: 'PATCH /sobjects', rowErrorCode: 'X' }, 'works on collections'],
  [{ match: 'PATCH /composite/sobjects', rows: [1] }, 'rows needs a rowErrorCode'],
])('%j is refused', async (fault, message) => {
  const answer = await org.control('PUT', '/faults', [fault]);
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(message)]);
});

test('a lagging query answers without the newest commits, then as it is', async () => {
  await librarian.sobject('Loan__c').create(order('lag', 0));
  const lead = await org.connect('admin@example.org').sobject('Lead').create({ LastName: 'Lee', Company: 'Home' });
  await librarian.sobject('Loan__c').create(order('lag', 1));
  const admin = org.connect('admin@example.org');
  await admin.sobject('Lead').destroy(String(lead.id));
  await org.control('PUT', '/faults', [{ match: 'GET /query', times: 2, lagCommits: 2 }]);
  expect(await saved('lag')).toEqual(['lag-0']);
  expect((await admin.query(`SELECT Id FROM Lead WHERE Id = '${lead.id ?? ''}'`)).totalSize).toBe(1);
  expect(await saved('lag')).toEqual(['lag-0', 'lag-1']);
  await expect(admin.sobject('Lead').retrieve(String(lead.id))).rejects.toMatchObject({
    errorCode: 'ENTITY_IS_DELETED',
  });
});

test('every API that reads lags: records, UI API, GraphQL; writes see what is there', async () => {
  const id = String((await librarian.sobject('Loan__c').create({ Note__c: 'old' })).id);
  await librarian.sobject('Loan__c').update({ Id: id, Note__c: 'new' });
  await org.control('PUT', '/faults', [{ match: '* /', times: 4, lagCommits: 1 }]);
  const root = '/services/data/v66.0';
  expect((await librarian.sobject('Loan__c').retrieve(id))['Note__c']).toBe('old');
  expect(await librarian.requestGet(`${root}/ui-api/records/${id}?fields=Loan__c.Note__c`)).toMatchObject({
    fields: { Note__c: { value: 'old' } },
  });
  const query = `query { uiapi { query { Loan__c(where: { Id: { eq: "${id}" } }) { edges { node { Note__c { value } } } } } } }`;
  const edges = [{ node: { Note__c: { value: 'old' } } }];
  expect(await librarian.requestPost(`${root}/graphql`, { query })).toMatchObject({
    data: { uiapi: { query: { Loan__c: { edges } } } },
  });
  await librarian.sobject('Loan__c').update({ Id: id, Fine__c: 1 });
  expect(await librarian.sobject('Loan__c').retrieve(id)).toMatchObject({ Note__c: 'new', Fine__c: 1 });
});

test('a query may lag by time', async () => {
  await librarian.sobject('Loan__c').create(order('slow', 0));
  await org.control('PUT', '/faults', [{ match: 'GET /query', lagMs: 60_000 }]);
  expect(await saved('slow')).toEqual([]);
  expect(await saved('slow')).toEqual(['slow-0']);
});
