import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { LIBRARY, serveOrg } from '../../testing/serve-org.ts';

let org: Awaited<ReturnType<typeof serveOrg>>;
let librarian: ReturnType<typeof org.connect>;
let shelfId: string;

beforeAll(async () => {
  org = await serveOrg();
});
beforeEach(async () => {
  librarian = org.connect('connector@example.org');
  const code = `shelf-${crypto.randomUUID().slice(0, 8)}`;
  const made = await librarian.sobject('Shelf__c').create({ Name: 'History', Code__c: code });
  shelfId = made.id ?? '';
});
afterAll(() => org.close());

const create = async (row: Record<string, unknown>) => String((await librarian.sobject('Loan__c').create(row)).id);
const read = (id: string) => librarian.sobject('Loan__c').retrieve(id);

test('a new row gets its number, defaults, owner and formula fields', async () => {
  const loan = await read(await create({ Fine__c: 12.345 }));
  expect(loan).toMatchObject({ State__c: 'Open', Note__c: 'by Connector', Fine__c: 12.35, Is_Costly__c: true });
  expect(loan['Name']).toMatch(/^LN-\d{4}$/);
  expect(loan['OwnerId']).toBe(loan['CreatedById']);
});

test('moments keep whole seconds and are shown with a numeric zone', async () => {
  const loan = await read(await create({ Lent_At__c: '2026-11-20T17:00:00.789+01:00' }));
  expect(loan['Lent_At__c']).toBe('2026-11-20T16:00:00.000+0000');
});

test('a parent can be given by its external id', async () => {
  const [shelf] = (await librarian.query(`SELECT Code__c FROM Shelf__c WHERE Id = '${shelfId}'`)).records;
  const loan = await read(await create({ Shelf__r: { Code__c: shelf?.['Code__c'] as string } }));
  expect(loan['Shelf__c']).toBe(shelfId);
});

test.each([
  [
    { State__c: 'Burnt' },
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    'State: bad value for restricted picklist field: Burnt',
  ],
  [{ Card__c: 'x'.repeat(21) }, 'STRING_TOO_LONG', `Card: data value too large: ${'x'.repeat(21)} (max length=20)`],
  [{ Fine__c: 1000 }, 'NUMBER_OUTSIDE_VALID_RANGE', 'Fine: value outside of valid range on numeric field: 1000'],
  [{ Fine__c: 'much' }, 'INVALID_TYPE_ON_FIELD_IN_RECORD', 'Fine: value not of required type: much'],
  [{ Due__c: '2026-02-30' }, 'INVALID_TYPE_ON_FIELD_IN_RECORD', 'Due: value not of required type: 2026-02-30'],
  [{ Lead__c: 'abc' }, 'MALFORMED_ID', 'Reader: id value of incorrect type: abc'],
  [{ Lead__c: '00QBC0000009999' }, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'],
  [
    { Shelf__r: { Code__c: 'none' } },
    'INVALID_FIELD',
    'Foreign key external ID: none not found for field Code__c in entity Shelf__c',
  ],
  [{ Nope__c: 1 }, 'INVALID_FIELD', "No such column 'Nope__c' on sobject of type 'Loan__c'"],
])('%j is refused with %s', async (row, errorCode, message) => {
  await expect(create(row)).rejects.toMatchObject({ errorCode, message });
});

test('a required field that is missing is named', async () => {
  const refused = librarian.sobject('Lead').create({ FirstName: 'Ann' });
  await expect(refused).rejects.toMatchObject({
    errorCode: 'REQUIRED_FIELD_MISSING',
    message: 'Required fields are missing: [LastName, Company]',
  });
});

test('unique texts are compared as their case rule says, and blanks are never equal', async () => {
  const first = await create({ Open_Key__c: 'Key-1', Order__c: 'Order-1' });
  await create({ Order__c: 'order-1' });
  await create({});
  await expect(create({ Open_Key__c: 'KEY-1' })).rejects.toMatchObject({
    errorCode: 'DUPLICATE_VALUE',
    message: `duplicate value found: Open_Key__c duplicates value on record with id: ${first.slice(0, 15)}`,
  });
});

test('a validation rule compares with the value before, and knows custom permissions', async () => {
  const admin = org.connect('admin@example.org');
  const id = await create({ State__c: 'Returned' });
  await expect(admin.sobject('Loan__c').update({ Id: id, State__c: 'Open' })).rejects.toMatchObject({
    errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    message: 'A returned loan stays returned.',
  });
  await librarian.sobject('Loan__c').update({ Id: id, State__c: 'Open' });
  expect((await read(id))['State__c']).toBe('Open');
});

test('delete rules of lookups are kept', async () => {
  const lead = await librarian.sobject('Lead').create({ LastName: 'Lee', Company: 'Home' });
  const loan = await create({ Shelf__c: shelfId, Lead__c: lead.id });
  await expect(librarian.sobject('Shelf__c').destroy(shelfId)).rejects.toMatchObject({ errorCode: 'DELETE_FAILED' });
  await org.connect('admin@example.org').sobject('Lead').destroy(String(lead.id));
  expect((await read(loan))['Lead__c']).toBeNull();
});

test('a deleted row is gone, and says so when changed', async () => {
  const id = await create({});
  await librarian.sobject('Loan__c').destroy(id);
  await expect(librarian.sobject('Loan__c').update({ Id: id, Card__c: 'x' })).rejects.toMatchObject({
    errorCode: 'ENTITY_IS_DELETED',
  });
});

test('deploying again keeps the rows', async () => {
  const id = await create({ Note__c: 'still here' });
  org.deploy({ sources: [LIBRARY], env: { LIBRARY_URL: 'https://library.example.org/' } });
  expect((await read(id))['Note__c']).toBe('still here');
});
