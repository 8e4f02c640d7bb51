import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveOrg } from '../../testing/serve-org.ts';

let org: Awaited<ReturnType<typeof serveOrg>>;
let librarian: ReturnType<typeof org.connect>;
const now = new Date('2026-11-20T16:00:00Z');

beforeAll(async () => {
  org = await serveOrg({ now: () => now });
  librarian = org.connect('connector@example.org');
  const lead = await librarian
    .sobject('Lead')
    .create({ FirstName: 'Ann', LastName: "O'Hara", Company: 'Home', Email: 'ann@example.org' });
  await librarian.sobject('Loan__c').create([
    { Card__c: 'a', Lead__c: lead.id, Fine__c: 1.5, Due__c: '2026-11-19', Lent_At__c: '2026-11-18T10:00:00Z' },
    { Card__c: 'b', Fine__c: 20, Due__c: '2026-11-20', State__c: 'Returned' },
    { Card__c: 'c', Due__c: '2026-11-25' },
  ]);
});
afterAll(() => org.close());

const cards = async (rest: string) =>
  (await librarian.query(`SELECT Card__c FROM Loan__c ${rest}`)).records.map((row) => row['Card__c']).join('');

test.each([
  ["WHERE Card__c = 'A'", 'a'],
  ["WHERE Card__c != 'a'", 'bc'],
  ["WHERE Card__c IN ('a', 'c')", 'ac'],
  ["WHERE Card__c NOT IN ('a', 'c')", 'b'],
  ['WHERE Fine__c = null', 'c'],
  ['WHERE Fine__c > 1.5', 'b'],
  ['WHERE Fine__c <= 20', 'ab'],
  ['WHERE Is_Costly__c = true', 'b'],
  ["WHERE Lead__r.Name LIKE 'ann o\\'%'", 'a'],
  ["WHERE Lead__r.Email = 'ann@example.org' OR (Fine__c = 20 AND State__c = 'Returned')", 'ab'],
  ["WHERE NOT (Card__c = 'a' OR Card__c = 'b')", 'c'],
  ["WHERE (NOT Card__c = 'a') AND Due__c = TODAY", 'b'],
  ['WHERE Due__c = LAST_N_DAYS:1', 'ab'],
  ['WHERE Due__c > TODAY', 'c'],
  ['WHERE Due__c <= TODAY', 'ab'],
  ['WHERE Due__c < 2026-11-20', 'a'],
  ['WHERE Lent_At__c >= 2026-11-18T10:00:00Z', 'a'],
  ['WHERE Lent_At__c = N_DAYS_AGO:2', 'a'],
  ['ORDER BY Fine__c', 'cab'],
  ['ORDER BY Fine__c DESC', 'bac'],
  ['ORDER BY Fine__c DESC NULLS FIRST', 'cba'],
  ['ORDER BY State__c DESC, Card__c', 'bac'],
  ['ORDER BY Card__c LIMIT 1 OFFSET 1', 'b'],
])('%s gives %s', async (rest, expected) => {
  expect(await cards(rest)).toBe(expected);
});

test('parents come as nested rows, null when there is none', async () => {
  const { records } = await librarian.query('SELECT Lead__r.Name, Lead__r.Owner.Name FROM Loan__c ORDER BY Card__c');
  expect(records[0]).toMatchObject({ Lead__r: { Name: "Ann O'Hara", Owner: { Name: 'Background Check Connector' } } });
  expect(records[1]?.['Lead__r']).toBeNull();
});

test('names are understood in any case and answered in their own', async () => {
  const { records } = await librarian.query("select card__C from loan__c where CARD__c = 'b'");
  expect(records[0]?.['Card__c']).toBe('b');
});

test.each([
  ['SELECT Id FRM Loan__c', 'MALFORMED_QUERY'],
  ['SELECT Nope__c FROM Loan__c', 'INVALID_FIELD'],
  ['SELECT Id FROM Nope__c', 'INVALID_TYPE'],
  ["SELECT Id FROM Loan__c WHERE Fine__c = '1'", 'INVALID_FIELD'],
  ["SELECT Id FROM Loan__c WHERE Due__c = '2026-11-20'", 'INVALID_FIELD'],
  ["SELECT Id FROM Loan__c WHERE Secret__c = 'x'", 'INVALID_FIELD'],
  ["SELECT Id FROM Loan__c WHERE Lead__c = 'x'", 'INVALID_FIELD'],
  ["SELECT Id FROM Loan__c WHERE Card__c = 'a' AND Card__c = 'b' OR Card__c = 'c'", 'MALFORMED_QUERY'],
  ['SELECT Id FROM Loan__c WHERE Due__c = THIS_QUARTER', 'MALFORMED_QUERY'],
  ['SELECT COUNT(Id) FROM Loan__c', 'MALFORMED_QUERY'],
  ['SELECT Card__c FROM Loan__c GROUP BY Card__c', 'MALFORMED_QUERY'],
  ['SELECT Id FROM Loan__c WHERE Lead__c IN (SELECT Id FROM Lead)', 'MALFORMED_QUERY'],
  ['SELECT Id, (SELECT Id FROM Loans__r) FROM Lead', 'MALFORMED_QUERY'],
])('%s is refused with %s', async (soql, errorCode) => {
  await expect(librarian.query(soql)).rejects.toMatchObject({ errorCode });
});

test('more than 2000 rows come in pages', async () => {
  const rows = Array.from({ length: 200 }, (_value, index) => ({ Name: `Shelf ${index}` }));
  for (let part = 0; part < 11; part += 1) {
    const coded = rows.map((row, index) => ({ ...row, Code__c: `page-${part}-${index}` }));
    await librarian.sobject('Shelf__c').create(coded);
  }
  const first = await librarian.query('SELECT Id FROM Shelf__c');
  expect(first).toMatchObject({ totalSize: 2200, done: false });
  const second = await librarian.queryMore(String(first.nextRecordsUrl));
  expect(second.done).toBe(true);
  expect(new Set([...first.records, ...second.records].map(({ Id }) => Id)).size).toBe(2200);
});

test('pages by id leave nothing out: ids are sorted as they are compared', async () => {
  const rows = Array.from({ length: 150 }, (_value, index) => ({ Name: 'Shelf', Code__c: `by-id-${index}` }));
  await librarian.sobject('Shelf__c').create(rows);
  const found: string[] = [];
  for (;;) {
    const after = found.length > 0 ? `AND Id > '${found.at(-1) ?? ''}' ` : '';
    const soql = `SELECT Id FROM Shelf__c WHERE Code__c LIKE 'by-id-%' ${after}ORDER BY Id LIMIT 20`;
    const { records } = await librarian.query(soql);
    found.push(...records.map(({ Id }) => String(Id)));
    if (records.length < 20) break;
  }
  expect(new Set(found).size).toBe(150);
});
