import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ANNEX, serveOrg } from '../../testing/serve-org.ts';

type Org = Awaited<ReturnType<typeof serveOrg>>;

let org: Org;
let admin: ReturnType<Org['connect']>;
let leadId: string;

const LEE = { FirstName: 'Ann', LastName: 'Lee', Company: 'Home', Email: 'ann@example.org', City: 'Lisbon' };

beforeAll(async () => {
  org = await serveOrg();
  org.deploy({ sources: [ANNEX], env: {} });
  admin = org.connect('admin@example.org');
});
beforeEach(async () => {
  leadId = String((await admin.sobject('Lead').create(LEE)).id);
});
afterAll(() => org.close());

const convert = (order: Record<string, unknown> = {}, by = admin) =>
  by.soap.convertLead({
    leadId,
    convertedStatus: 'Closed - Converted',
    doNotCreateOpportunity: true,
    overwriteLeadSource: false,
    sendNotificationEmail: false,
    ...order,
  });
const errorOf = async (converting: ReturnType<typeof convert>) => {
  const { success, errors } = await converting;
  expect(success).toBe(false);
  return errors[0] as { statusCode: string; message: string };
};

test('a lead becomes an account and a contact, and says which', async () => {
  const { success, accountId, contactId } = await convert();
  expect(success).toBe(true);
  expect(await admin.sobject('Contact').retrieve(String(contactId))).toMatchObject({
    Name: 'Ann Lee',
    AccountId: accountId,
    MailingCity: 'Lisbon',
    Email: 'ann@example.org',
  });
  expect(await admin.sobject('Account').retrieve(String(accountId))).toMatchObject({
    Name: 'Home',
    BillingCity: 'Lisbon',
  });
  expect(await admin.sobject('Lead').retrieve(leadId)).toMatchObject({
    IsConverted: true,
    Status: 'Closed - Converted',
    ConvertedAccountId: accountId,
    ConvertedContactId: contactId,
    ConvertedDate: new Date().toISOString().slice(0, 10),
  });
});

test('a converted lead is read-only and not converted again; lookups to it stay', async () => {
  const loan = await admin.sobject('Loan__c').create({ Lead__c: leadId });
  await convert();
  const code = 'CANNOT_UPDATE_CONVERTED_LEAD';
  await expect(admin.sobject('Lead').update({ Id: leadId, Title: 'x' })).rejects.toMatchObject({ errorCode: code });
  expect((await errorOf(convert())).statusCode).toBe(code);
  await admin.sobject('Loan__c').update({ Id: String(loan.id), Note__c: 'still writable' });
  expect((await admin.sobject('Loan__c').retrieve(String(loan.id)))['Lead__c']).toBe(leadId);
});

test("the lead's flows run and know what it became", async () => {
  const loan = await admin.sobject('Loan__c').create({ Lead__c: leadId });
  const { contactId } = await convert();
  expect((await admin.sobject('Loan__c').retrieve(String(loan.id)))['Note__c']).toBe(contactId);
});

test('into an existing account and contact only blanks are filled', async () => {
  const account = await admin.sobject('Account').create({ Name: 'Office' });
  const contact = await admin
    .sobject('Contact')
    .create({ LastName: 'Leigh', AccountId: account.id, MailingCity: 'Porto' });
  const result = await convert({ accountId: account.id, contactId: contact.id });
  expect(result).toMatchObject({ success: true, accountId: account.id, contactId: contact.id });
  expect(await admin.sobject('Contact').retrieve(String(contact.id))).toMatchObject({
    LastName: 'Leigh',
    FirstName: 'Ann',
    MailingCity: 'Porto',
    Email: 'ann@example.org',
  });
});

test.each([
  [{ convertedStatus: 'Nope' }, 'INVALID_STATUS', 'invalid convertedStatus: Nope'],
  [{ doNotCreateOpportunity: false }, 'INVALID_INPUT', 'no opportunities'],
  [{ accountId: '001BC0000009999AAA' }, 'INVALID_CROSS_REFERENCE_KEY', '001BC0000009999AAA'],
  [{ contactId: '003BC0000009999AAA' }, 'REQUIRED_FIELD_MISSING', 'an existing contact needs the account'],
  [{ leadId: '00QBC0000009999AAA' }, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'],
])('%j is refused, and leaves nothing', async (order, statusCode, message) => {
  const accounts = async () => (await admin.query('SELECT COUNT() FROM Account')).totalSize;
  const before = await accounts();
  const error = await errorOf(convert(order));
  expect(error).toMatchObject({ statusCode, message: expect.stringContaining(message) as string });
  expect(await accounts()).toBe(before);
  expect((await admin.sobject('Lead').retrieve(leadId))['IsConverted']).toBe(false);
});

test('converting takes Convert Leads; standard users have it, and the right to create what the lead becomes', async () => {
  expect((await errorOf(convert({}, org.connect('connector@example.org')))).statusCode).toBe(
    'INSUFFICIENT_ACCESS_OR_READONLY',
  );
  const mine = await org.connect('requester@example.org').sobject('Lead').create(LEE);
  expect(await convert({ leadId: mine.id }, org.connect('requester@example.org'))).toMatchObject({ success: true });
});

test('Convert Leads alone is not enough where no account may be created', async () => {
  const [profile] = (await admin.query("SELECT Id FROM Profile WHERE Name = 'Read Only'")).records;
  const names = { Username: 'looker@example.org', Email: 'looker@example.org', LastName: 'Looker', Alias: 'look' };
  await admin.sobject('User').create({ ...names, ProfileId: profile?.Id });
  org.assignTo('looker@example.org', 'Lead_Converter');
  const { message } = await errorOf(convert({}, org.connect('looker@example.org')));
  expect(message).toBe('entity type cannot be inserted: Account');
});

test('an ended session and other SOAP calls are refused by name', async () => {
  const gone = org.connect('reviewer@example.org');
  await org.control('DELETE', '/sessions?username=reviewer@example.org');
  await expect(convert({}, gone)).rejects.toMatchObject({ errorCode: 'sf:INVALID_SESSION_ID' });
  await expect(admin.soap.getServerTimestamp()).rejects.toThrow('getServerTimestamp is not known');
});
