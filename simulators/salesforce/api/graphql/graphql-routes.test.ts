import { expect, test } from 'vitest';

import { createParcelOrg } from '../../pages/testing/parcel-org.ts';

interface Connection {
  totalCount: number;
  edges: { node: Record<string, { value: unknown }> }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

interface Answer {
  data: { uiapi: { query: Record<string, Connection> } } | null;
  errors: { message: string }[];
}

function setup() {
  const { insert, request } = createParcelOrg();
  const leadId = insert('requester', 'Lead', { FirstName: 'Ada', LastName: 'Example', Company: 'Analytical Ltd' });
  const otherId = insert('requester', 'Lead', { LastName: "O'Brien", Company: 'Bees' });
  const parcel = (row: object = {}) => insert('requester', 'Parcel__c', { Lead__c: leadId, ...row });
  const ask = async (query: string, variables?: object, as = 'requester') => {
    const response = await request(as, '/services/data/v66.0/graphql', { method: 'POST', body: { query, variables } });
    expect(response.status).toBe(200);
    return (await response.json()) as Answer;
  };
  /** Names of the parcels that match, in the order given. */
  const names = async (args: string, variables?: object, head = '') => {
    const query = `query q${head} { uiapi { query { Parcel__c(${args}) { edges { node { Name { value } } } } } } }`;
    const { data, errors } = await ask(query, variables);
    expect(errors).toEqual([]);
    return data?.uiapi.query['Parcel__c']?.edges.map(({ node }) => node['Name']?.value);
  };
  return { leadId, otherId, parcel, ask, names, insert };
}

test('of several orders the one written first counts first', async () => {
  const { parcel, names } = setup();
  for (const Weight__c of [1, 2, 1]) parcel({ Weight__c });
  const weightFirst = 'orderBy: { Weight__c: { order: DESC }, Name: { order: ASC } }';
  expect(await names(weightFirst)).toEqual(['P-0002', 'P-0001', 'P-0003']);
  const nameFirst = 'orderBy: { Name: { order: ASC }, Weight__c: { order: DESC } }';
  expect(await names(nameFirst)).toEqual(['P-0001', 'P-0002', 'P-0003']);
});

test('nodes hold values, display values and parents', async () => {
  const { parcel, ask, leadId } = setup();
  const id = parcel({ Weight__c: 3, Size__c: 'L' });
  const { data, errors } = await ask(
    `{ uiapi { query { Parcel__c { totalCount edges { node {
      Id Size__c { value displayValue label } Weight__c { displayValue } Lead__c { value } Lead__r { Id Name { value } }
    } } } } } }`,
  );
  expect(errors).toEqual([]);
  expect(data?.uiapi.query['Parcel__c']).toEqual({
    totalCount: 1,
    edges: [
      {
        node: {
          Id: id,
          Size__c: { value: 'L', displayValue: 'Large', label: 'Large' },
          Weight__c: { displayValue: '3.00' },
          Lead__c: { value: leadId },
          Lead__r: { Id: leadId, Name: { value: 'Ada Example' } },
        },
      },
    ],
  });
});

test('conditions are joined by and, or and not, also on parents', async () => {
  const { parcel, names, otherId } = setup();
  parcel({ Weight__c: 1 });
  parcel({ Weight__c: 5, Size__c: 'L' });
  parcel({ Weight__c: 9, Lead__c: otherId });
  expect(await names('where: { Weight__c: { gt: 1, lte: 9 } }')).toEqual(['P-0002', 'P-0003']);
  expect(await names('where: { or: [{ Weight__c: { lt: 5 } }, { Size__c: { eq: "L" } }] }')).toEqual([
    'P-0001',
    'P-0002',
  ]);
  expect(await names('where: { not: { Size__c: { in: ["L"] } } }')).toEqual(['P-0001', 'P-0003']);
  expect(await names('where: { and: [{ Size__c: { nin: ["L"] } }, { Weight__c: { gte: 9 } }] }')).toEqual(['P-0003']);
  expect(await names('where: { Lead__r: { Name: { like: "%Example" } }, Size__c: { ne: "L" } }')).toEqual(['P-0001']);
  expect(await names('where: { Sent_At__c: { eq: null } }')).toHaveLength(3);
});

test('variables carry values, quotes and moments alike', async () => {
  const { parcel, names, otherId } = setup();
  parcel({ Sent_At__c: '2026-11-20T10:00:00Z', Lead__c: otherId });
  const byName = 'where: { Lead__r: { LastName: { eq: $name } } }';
  expect(await names(byName, { name: "O'Brien" }, '($name: String)')).toEqual(['P-0001']);
  const since = 'where: { Sent_At__c: { gte: { value: $at } } }';
  expect(await names(since, { at: '2026-11-20T10:00:00Z' }, '($at: DateTime)')).toEqual(['P-0001']);
  expect(await names(since, { at: '2026-11-20T10:00:01Z' }, '($at: DateTime)')).toEqual([]);
});

test('ten rows come at once unless asked for otherwise, and a cursor leads on', async () => {
  const { parcel, ask } = setup();
  for (let weight = 1; weight <= 12; weight++) parcel({ Weight__c: weight });
  const page = async (args: string) => {
    const { data } = await ask(`{ uiapi { query { Parcel__c(orderBy: { Weight__c: { order: DESC } }${args}) {
      totalCount edges { node { Weight__c { value } } } pageInfo { hasNextPage endCursor } } } } }`);
    const { edges = [], ...rest } = data?.uiapi.query['Parcel__c'] ?? {};
    return { ...rest, weights: edges.map(({ node }) => node['Weight__c']?.value) };
  };
  const first = await page('');
  expect(first).toMatchObject({ totalCount: 12, pageInfo: { hasNextPage: true } });
  expect(first.weights).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
  const rest = await page(`, after: "${first.pageInfo?.endCursor}"`);
  expect(rest).toMatchObject({ weights: [2, 1], pageInfo: { hasNextPage: false } });
});

test.each([
  [
    '{ uiapi { query { Nonsense { totalCount } } } }',
    "Field 'Nonsense' in type 'RecordQuery' is undefined @ 'uiapi/query/Nonsense'",
  ],
  [
    '{ uiapi { query { Parcel__c { edges { node { Secret__c { value } } } } } } }',
    "Field 'Secret__c' in type 'Parcel__c' is undefined",
  ],
  ['{ uiapi { query { Parcel__c(scope: MINE) { totalCount } } } }', 'Unknown field argument scope'],
  ['{ uiapi { query { Parcel__c(where: { Secret__c: { eq: "x" } }) { totalCount } } } }', 'Secret__c'],
  ['{ uiapi { query { Parcel__c(first: 9999) { totalCount } } } }', 'first must be between'],
  ['{ uiapi', 'Syntax Error'],
  ['mutation { uiapi { query { Parcel__c { totalCount } } } }', 'mutation'],
])('%s is an error that names the fault', async (query, message) => {
  const { ask } = setup();
  const { errors } = await ask(query);
  expect(errors[0]?.message).toContain(message);
});

test('an object without access is as unknown as one that does not exist', async () => {
  const { ask } = setup();
  const { data, errors } = await ask('{ uiapi { query { Parcel__c { totalCount } } } }', {}, 'noaccess');
  expect(data).toBeNull();
  expect(errors[0]?.message).toContain("Field 'Parcel__c' in type 'RecordQuery' is undefined");
});

test('rows the user may not see are not counted', async () => {
  const { parcel, ask, insert, leadId } = setup();
  parcel();
  insert('admin', 'Parcel__c', { Lead__c: leadId });
  const count = async (as: string) =>
    (await ask('{ uiapi { query { Parcel__c { totalCount } } } }', {}, as)).data?.uiapi.query['Parcel__c']?.totalCount;
  expect([await count('requester'), await count('admin')]).toEqual([1, 2]);
});

test('fragments and aliases are understood', async () => {
  const { parcel, ask } = setup();
  parcel({ Size__c: 'L' });
  const { data } = await ask(
    `query q { uiapi { query { mine: Parcel__c { edges { node { ...size } } } } } }
     fragment size on Parcel__c { big: Size__c { value } ... on Parcel__c { Lead__r { Company { value } } } }`,
  );
  expect(data?.uiapi.query['mine']?.edges[0]?.node).toEqual({
    big: { value: 'L' },
    Lead__r: { Company: { value: 'Analytical Ltd' } },
  });
});

test('without a session the answer is 401', async () => {
  const { simulator } = createParcelOrg();
  const response = await simulator.app.request('/services/data/v66.0/graphql', {
    method: 'POST',
    body: '{"query":"{ uiapi }"}',
  });
  expect(response.status).toBe(401);
});
