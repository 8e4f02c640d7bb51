import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { serveOrg } from '../../testing/serve-org.ts';

type Org = Awaited<ReturnType<typeof serveOrg>>;
interface GraphAnswer {
  graphId: string;
  isSuccessful: boolean;
  graphResponse: { compositeResponse: { httpStatusCode: number; body: unknown; referenceId: string }[] };
}

let org: Org;
let librarian: ReturnType<Org['connect']>;

beforeAll(async () => {
  org = await serveOrg();
  librarian = org.connect('connector@example.org');
});
afterEach(() => org.control('PUT', '/faults', []));
afterAll(() => org.close());

const DATA = '/services/data/v66.0';
const LOANS = `${DATA}/sobjects/Loan__c`;
const lend = (Order__c: string, fields: object = {}) => ({
  ...{ method: 'POST', url: LOANS, referenceId: `lend_${Order__c.replaceAll('-', '_')}` },
  body: { Order__c, ...fields },
});
const send = async (...graphs: object[][]) => {
  const body = { graphs: graphs.map((compositeRequest, index) => ({ graphId: `graph${index}`, compositeRequest })) };
  return (await librarian.requestPost<{ graphs: GraphAnswer[] }>(`${DATA}/composite/graph`, body)).graphs;
};
const errorsOf = ({ graphResponse }: GraphAnswer) =>
  graphResponse.compositeResponse.map(({ body }) => (body as { errorCode?: string }[])[0]?.errorCode);
const count = async (prefix: string) =>
  (await librarian.query(`SELECT COUNT() FROM Loan__c WHERE Order__c LIKE '${prefix}-%'`)).totalSize;

test('each graph is all or nothing on its own', async () => {
  const answer = await send(
    [lend('own-1'), lend('own-2', { State__c: 'Burnt' }), lend('own-3')],
    [lend('own-4'), lend('own-5')],
  );
  expect(answer.map(({ graphId, isSuccessful }) => [graphId, isSuccessful])).toEqual([
    ['graph0', false],
    ['graph1', true],
  ]);
  expect(answer.map(errorsOf)).toEqual([
    ['PROCESSING_HALTED', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'PROCESSING_HALTED'],
    [undefined, undefined],
  ]);
  expect(await count('own')).toBe(2);
});

test('a node uses the answers before it, by id and by external id', async () => {
  const [answer] = await send([
    { method: 'POST', url: `${DATA}/sobjects/Shelf__c`, referenceId: 'shelf', body: { Name: 'S', Code__c: 'graph' } },
    { method: 'PATCH', url: `${LOANS}/Order__c/ref-1`, referenceId: 'loan', body: { Shelf__c: '@{shelf.id}' } },
    { method: 'PATCH', url: `${LOANS}/@{loan.id}`, referenceId: 'note', body: { Note__c: 'read me' } },
  ]);
  expect(answer?.graphResponse.compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([201, 201, 204]);
  expect((await librarian.query(`SELECT Note__c FROM Loan__c WHERE Shelf__r.Code__c = 'graph'`)).records).toMatchObject(
    [{ Note__c: 'read me' }],
  );
});

test('the whole request counts as one call', async () => {
  await org.control('PUT', '/limit', { limit: 100, used: 0 });
  await send([lend('call-1')], [lend('call-2')], [lend('call-3')]);
  expect(librarian.limitInfo.apiUsage).toEqual({ used: 1, limit: 100 });
});

test('after fifteen failed graphs the rest is left out', async () => {
  const failing = Array.from({ length: 15 }, (_value, index) => [lend(`many-${index}`, { State__c: 'Burnt' })]);
  const answer = await send(...failing.slice(1), [lend('most-1')]);
  expect(answer.at(-1)?.isSuccessful).toBe(true);
  const more = await send(...failing, [lend('most-2'), lend('most-3')]);
  expect(errorsOf(more.at(-1) as GraphAnswer)).toEqual(['PROCESSING_HALTED', 'PROCESSING_HALTED']);
  expect(await count('most')).toBe(1);
});

test('single graphs are refused on demand, the others are saved', async () => {
  const fault = { match: 'POST /composite/graph', rowErrorCode: 'UNABLE_TO_LOCK_ROW', rows: [1] };
  await org.control('PUT', '/faults', [fault]);
  const answer = await send([lend('lock-1')], [lend('lock-2'), lend('lock-3')], [lend('lock-4')]);
  expect(answer.map(errorsOf)).toEqual([[undefined], ['UNABLE_TO_LOCK_ROW', 'PROCESSING_HALTED'], [undefined]]);
  expect(await count('lock')).toBe(2);
});

const loans = (length: number) => Array.from({ length }, (_value, index) => lend(`limit-${index}`));

test.each([
  ['76 graphs', loans(76).map((node) => [node]), '75 graphs'],
  ['501 nodes', [loans(501)], '500 nodes'],
  [
    '16 kinds of nodes',
    [loans(16).map((node, index) => ({ ...node, url: `/services/data/v${50 + index}.0/sobjects/Loan__c` }))],
    '15 different nodes',
  ],
  [
    'a chain of 16',
    [
      loans(16).map((node, index) => ({
        ...{ ...node, referenceId: `n${index}` },
        body: index > 0 ? { Note__c: `@{n${index - 1}.id}` } : {},
      })),
    ],
    '15 levels',
  ],
  ['a query', [[{ method: 'GET', url: `${DATA}/query?q=SELECT+Id+FROM+Lead`, referenceId: 'q' }]], 'inside'],
  ['a collection', [[{ method: 'POST', url: `${DATA}/composite/sobjects`, referenceId: 'c', body: {} }]], 'inside'],
  ['the same name twice', [[lend('x'), lend('x')]], 'not unique'],
])('%s is refused as a whole', async (_what, graphs, words) => {
  await expect(send(...graphs)).rejects.toThrow(words);
  expect(await count('limit')).toBe(0);
});
