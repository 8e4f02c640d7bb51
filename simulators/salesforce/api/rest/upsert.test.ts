import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveOrg } from '../../testing/serve-org.ts';

let org: Awaited<ReturnType<typeof serveOrg>>;
let librarian: ReturnType<typeof org.connect>;

beforeAll(async () => {
  org = await serveOrg();
});
beforeEach(() => {
  librarian = org.connect('connector@example.org');
});
afterAll(() => org.close());

const count = async (where: string) => (await librarian.query(`SELECT COUNT() FROM Loan__c WHERE ${where}`)).totalSize;

test('a collections upsert adds and changes rows and answers each on its own', async () => {
  await librarian.sobject('Loan__c').create({ Order__c: 'up-1', Note__c: 'old' });
  const rows = [{ Order__c: 'up-1', Note__c: 'new' }, { Order__c: 'up-2' }, { Order__c: 'up-3', State__c: 'Burnt' }];
  const results = await librarian.sobject('Loan__c').upsert(rows, 'Order__c');
  expect(results.map(({ success }) => success)).toEqual([true, true, false]);
  expect(results[0]).toMatchObject({ created: false });
  expect(results[1]).toMatchObject({ created: true });
  expect(results[2]?.errors[0]).toMatchObject({
    statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    fields: ['State__c'],
  });
  expect(await count("Order__c = 'up-1' AND Note__c = 'new'")).toBe(1);
});

test('with allOrNone one refused row undoes all', async () => {
  const rows = [{ Order__c: 'none-1' }, { Order__c: 'none-2', State__c: 'Burnt' }];
  const results = await librarian.sobject('Loan__c').upsert(rows, 'Order__c', { allOrNone: true });
  expect(results.map(({ errors }) => (errors[0] as { statusCode?: string }).statusCode)).toEqual([
    'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
  ]);
  expect(await count("Order__c LIKE 'none-%'")).toBe(0);
});

test('the same external id twice in one call is refused for those rows only', async () => {
  const rows = [{ Order__c: 'twin' }, { Order__c: 'single' }, { Order__c: 'twin' }];
  const results = await librarian.sobject('Loan__c').upsert(rows, 'Order__c');
  expect(results.map(({ success }) => success)).toEqual([false, true, false]);
  expect(results[0]?.errors[0]).toMatchObject({ statusCode: 'DUPLICATE_VALUE' });
});

test('more than 200 rows in one call are refused', async () => {
  const rows = Array.from({ length: 201 }, (_value, index) => ({ Order__c: `many-${index}` }));
  await expect(librarian.sobject('Loan__c').upsert(rows, 'Order__c')).rejects.toMatchObject({
    errorCode: 'EXCEEDED_ID_LIMIT',
  });
});

test('a single upsert answers 201 for a new row and 200 for a known one', async () => {
  const url = `${org.url}/services/data/v62.0/sobjects/Loan__c/Order__c/${encodeURIComponent('a/b c')}`;
  const headers = { Authorization: `Bearer ${librarian.accessToken ?? ''}` };
  const upsert = (Note__c: string) => fetch(url, { method: 'PATCH', headers, body: JSON.stringify({ Note__c }) });
  expect((await upsert('one')).status).toBe(201);
  expect((await upsert('two')).status).toBe(200);
  expect(await (await fetch(url, { headers })).json()).toMatchObject({ Order__c: 'a/b c', Note__c: 'two' });
});

test('an external id that several rows have gives their addresses', async () => {
  await librarian.sobject('Loan__c').create([{ Card__c: 'shared' }, { Card__c: 'shared' }]);
  const url = `${org.url}/services/data/v66.0/sobjects/Loan__c/Card__c/shared`;
  const answer = await fetch(url, { headers: { Authorization: `Bearer ${librarian.accessToken ?? ''}` } });
  expect(answer.status).toBe(300);
  expect(await answer.json()).toHaveLength(2);
});

test('a field that is no external id cannot be used to upsert', async () => {
  const refused = librarian.sobject('Loan__c').upsert([{ Note__c: 'x' }], 'Note__c');
  await expect(refused).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
});

test('a composite call uses earlier answers', async () => {
  const compositeRequest = [
    {
      method: 'POST',
      url: '/services/data/v66.0/sobjects/Shelf__c',
      referenceId: 'shelf',
      body: { Name: 'Maps', Code__c: 'maps' },
    },
    {
      method: 'POST',
      url: '/services/data/v66.0/sobjects/Loan__c',
      referenceId: 'loan',
      body: { Shelf__c: '@{shelf.id}' },
    },
    { method: 'GET', url: '/services/data/v66.0/sobjects/Loan__c/@{loan.id}?fields=Shelf__c', referenceId: 'read' },
  ];
  const { compositeResponse } = await composite({ compositeRequest });
  expect(compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([201, 201, 200]);
  expect(compositeResponse[2]?.body).toMatchObject({ Shelf__c: (compositeResponse[0]?.body as { id: string }).id });
});

test('a composite call with allOrNone leaves nothing behind when a part fails', async () => {
  const compositeRequest = [
    { method: 'POST', url: '/services/data/v66.0/sobjects/Loan__c', referenceId: 'good', body: { Card__c: 'undone' } },
    { method: 'POST', url: '/services/data/v66.0/sobjects/Loan__c', referenceId: 'bad', body: { State__c: 'Burnt' } },
  ];
  const { compositeResponse } = await composite({ allOrNone: true, compositeRequest });
  expect(compositeResponse[0]?.body).toMatchObject([{ errorCode: 'PROCESSING_HALTED' }]);
  expect(compositeResponse[1]?.body).toMatchObject([{ errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' }]);
  expect(await count("Card__c = 'undone'")).toBe(0);
});

interface CompositeAnswer {
  compositeResponse: { httpStatusCode: number; body: unknown }[];
}

function composite(body: object): Promise<CompositeAnswer> {
  return librarian.requestPost<CompositeAnswer>('/services/data/v66.0/composite', body);
}
