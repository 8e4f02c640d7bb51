import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANNEX, serveOrg } from '../../testing/serve-org.ts';

type Org = Awaited<ReturnType<typeof serveOrg>>;

let org: Org;
let librarian: ReturnType<Org['connect']>;
const ROOT = '/services/data/v66.0';

beforeAll(async () => {
  org = await serveOrg();
  librarian = org.connect('connector@example.org');
});
afterAll(() => org.close());

const made = async (row: Record<string, unknown>, by = librarian) =>
  String((await by.sobject('Loan__c').create(row)).id);

test('rows come back in the order of their ids, null for those that are hidden or gone', async () => {
  const reader = org.connect('requester@example.org');
  const [own, foreign] = [await made({ Note__c: 'mine' }, reader), await made({})];
  const ids = [foreign, own.slice(0, 15), 'a00BC0000009999'];
  const expected = [null, { Id: own, Note__c: 'mine' }, null];
  const body = { ids, fields: ['Id', 'Note__c'] };
  expect(await reader.requestPost(`${ROOT}/composite/sobjects/Loan__c`, body)).toMatchObject(expected);
  const path = `${ROOT}/composite/sobjects/Loan__c?ids=${ids.join(',')}&fields=Id,Note__c`;
  expect(await reader.requestGet(path)).toMatchObject(expected);
});

test.each([
  [{ ids: ['x'], fields: ['Id'] }, 'MALFORMED_ID'],
  [{ ids: [], fields: [] }, 'MISSING_ARGUMENT'],
  [{ ids: [], fields: ['Nope__c'] }, 'INVALID_FIELD'],
  [{ ids: Array.from({ length: 2001 }, () => 'x'), fields: ['Id'] }, 'EXCEEDED_ID_LIMIT'],
  [{ ids: 'x' }, 'JSON_PARSER_ERROR'],
])('a malformed call is refused: %#', async (body, errorCode) => {
  const answer = librarian.requestPost(`${ROOT}/composite/sobjects/Loan__c`, body);
  await expect(answer).rejects.toMatchObject({ errorCode });
});

test('every object that is listed can be described, history too', async () => {
  org.deploy({ sources: [ANNEX], env: {} });
  const admin = org.connect('admin@example.org');
  const { sobjects } = await admin.describeGlobal();
  const described = await Promise.all(sobjects.map(({ name }) => admin.sobject(name).describe()));
  expect(described.map(({ name }) => name)).toEqual(sobjects.map(({ name }) => name));
  expect(described.every(({ fields }) => fields.some(({ name }) => name === 'Id'))).toBe(true);
  const history = described.find(({ name }) => name === 'Loan__History');
  expect(history).toMatchObject({ createable: false, updateable: false, deletable: false });
});

test('a refused call still says how many calls are left', async () => {
  await org.control('PUT', '/limit', { limit: 3, used: 3 });
  const answer = await fetch(`${org.url}${ROOT}/limits`, {
    headers: { Authorization: `Bearer ${librarian.accessToken ?? ''}` },
  });
  await org.control('PUT', '/limit', { limit: 15_000, used: 0 });
  expect([answer.status, answer.headers.get('Sforce-Limit-Info')]).toEqual([403, 'api-usage=3/3']);
});

test.each([
  ['SELECT COUNT(Id) FROM Loan__c', 'COUNT'],
  ['SELECT State__c FROM Loan__c GROUP BY State__c', 'GROUP BY'],
  ['SELECT Id, (SELECT Id FROM Histories) FROM Loan__c', 'a query of children'],
  ['SELECT Id FROM Loan__c WHERE Lead__c IN (SELECT Id FROM Lead)', 'semi-joins'],
  ['SELECT FIELDS(ALL) FROM Loan__c', 'FIELDS'],
  ['SELECT TYPEOF Lead__r WHEN Lead THEN Name END FROM Loan__c', 'TYPEOF'],
])('%s is refused by name', async (soql, name) => {
  await expect(librarian.query(soql)).rejects.toMatchObject({
    errorCode: 'MALFORMED_QUERY',
    message: expect.stringContaining(name) as string,
  });
});
