import { afterEach, describe, expect, test } from 'vitest';
import type { SObject } from '../model.ts';
import { createPackageOrg } from '../testing/package-org.ts';
import { placesOf } from './flow-trace.ts';
import { testDecisions } from './package-flows/decisions.ts';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

/** What the tests of this file ran, and what there is to run. */
const [executed, places] = [new Set<string>(), new Set<string>()];

function setup() {
  const org = createPackageOrg();
  ends.push(org.stop, () => org.automation.trace.executed().forEach((place) => executed.add(place)));
  org.automation
    .flows()
    .flatMap(placesOf)
    .forEach((place) => places.add(place));
  return org;
}

describe('Prepare_Background_Check', () => {
  test('a new check knows who asked, and asks for the order', () => {
    const { insert, row, person, user } = setup();
    const lead = person('Lead');
    const check = insert('requester', 'Background_Check__c', { Lead__c: lead.id });
    expect(check.errors).toEqual([]);
    expect(row('Background_Check__c', check.id)).toMatchObject({
      Requested_By__c: user('requester').id,
      Requested_At__c: expect.stringMatching(/\.000Z$/),
      Requested_Action__c: 'Order',
      Operation__c: 1,
      Open_Check_Key__c: `${lead.id}-default`,
    });
  });

  test('a second order of the same check is refused in words a person understands', () => {
    const { insert, person } = setup();
    const row = { Contact__c: person('Contact').id };
    insert('requester', 'Background_Check__c', row);
    const [error] = insert('requester', 'Background_Check__c', row).errors;
    expect(error).toMatchObject({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' });
    expect(error?.message).toMatch(/already has an open background check of this package \(BC-000001\)/);
  });

  test.each(['Find_Default_Package', 'Find_Same_Open_Check'])(
    'when open checks cannot be looked for (%s), nothing is ordered and the reason is told',
    async (element) => {
      const { insert, query, person, failAt, settled, outbound } = setup();
      const lead = person('Lead');
      failAt(`Prepare_Background_Check.${element}`);
      const [error] = insert('requester', 'Background_Check__c', { Lead__c: lead.id }).errors;
      expect(error).toMatchObject({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' });
      expect(error?.message).toMatch(/was not requested.*tried to look up records: QUERY_TIMEOUT: told to fail/);
      await settled();
      expect([query('SELECT Id FROM Background_Check__c'), outbound.pending()]).toEqual([[], []]);
    },
  );

  test('a check of another vendor is not ordered', () => {
    const { insert, row, person } = setup();
    const check = insert('connector', 'Background_Check__c', { Lead__c: person('Lead').id, Vendor__c: 'Other' });
    expect(row('Background_Check__c', check.id)).toMatchObject({ Requested_Action__c: null, Operation__c: null });
  });
});

describe('Maintain_Background_Check', () => {
  test('a new action raises the operation, a final status gives up the key', () => {
    const { insert, update, row, person } = setup();
    const { id } = insert('requester', 'Background_Check__c', { Lead__c: person('Lead').id });
    expect(
      update('connector', 'Background_Check__c', { Id: id, Requested_Action__c: null, Status__c: 'Invited' }).errors,
    ).toEqual([]);
    expect(row('Background_Check__c', id)).toMatchObject({ Operation__c: 1 });
    update('connector', 'Background_Check__c', { Id: id, Requested_Action__c: 'Cancel' });
    expect(row('Background_Check__c', id)).toMatchObject({ Operation__c: 2 });
    update('connector', 'Background_Check__c', { Id: id, Status__c: 'Canceled' });
    expect(row('Background_Check__c', id)).toMatchObject({ Open_Check_Key__c: null, Operation__c: 2 });
  });
});

describe('Maintain_Background_Check and prices', () => {
  test('a package chosen later gives the check its price', () => {
    const { insert, update, row, person } = setup();
    const [slug, price] = ['basic', 29.99];
    const offer = insert('admin', 'Background_Check_Package__c', { Name: 'Basic', Slug__c: slug, Price__c: price });
    const { id } = insert('requester', 'Background_Check__c', { Lead__c: person('Lead').id });
    expect(update('connector', 'Background_Check__c', { Id: id, Package__c: offer.id }).errors).toEqual([]);
    expect(row('Background_Check__c', id)).toMatchObject({ Price__c: price, Operation__c: 1 });
  });
});

describe.each(['Lead', 'Contact'])('Request_Check_From_%s', (object) => {
  test('the checkbox requests a check once, and again only after it was cleared', () => {
    const { update, query, person } = setup();
    const { id } = person(object);
    const check = (value: boolean) => update('requester', object, { Id: id, Request_Background_Check__c: value });
    expect(check(true).errors).toEqual([]);
    expect(update('requester', object, { Id: id, FirstName: 'Ada' }).errors).toEqual([]);
    const found = query(`SELECT Id, Source__c, ${object}__c FROM Background_Check__c`);
    expect(found).toMatchObject([{ Source__c: 'Checkbox', [`${object}__c`]: id }]);
    expect(check(false).errors).toEqual([]);
    expect(check(true).errors).toMatchObject([
      { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: ['Request_Background_Check__c'] },
    ]);
    expect(query(`SELECT Id FROM ${object} WHERE Request_Background_Check__c = true`)).toEqual([]);
    expect(query('SELECT Id FROM Background_Check__c')).toHaveLength(1);
  });

  test('when the check cannot be created the person is not saved and the reason is told', () => {
    const { update, query, person, refuseBy } = setup();
    const { id } = person(object);
    expect(refuseBy('Background_Check__c', 'ISNEW()')).toEqual([]);
    const [error] = update('requester', object, { Id: id, Request_Background_Check__c: true }).errors;
    expect(error?.statusCode).toBe('FIELD_CUSTOM_VALIDATION_EXCEPTION');
    expect(error?.message).toMatch(/could not be requested.*tried to create records: Refused by a test\./);
    expect(query('SELECT Id FROM Background_Check__c')).toEqual([]);
  });
});

describe.each(['Lead', 'Contact'])('Request_Check_From_%s when something fails', (object) => {
  test.each([
    ['Find_Open_Check', 'look up'],
    ['Create_Check', 'create'],
  ])(
    '%s: the person is not saved, no check stays, no message leaves, and the reason is told',
    async (element, verb) => {
      const { update, query, person, failAt, settled, outbound } = setup();
      const { id } = person(object);
      failAt(`Request_Check_From_${object}.${element}`);
      const change = { Id: id, FirstName: 'Augusta', Request_Background_Check__c: true };
      const [error] = update('requester', object, change).errors;
      expect(error?.statusCode).toBe('FIELD_CUSTOM_VALIDATION_EXCEPTION');
      expect(error?.message).toMatch(
        new RegExp(`${object} was not saved.*tried to ${verb} records: QUERY_TIMEOUT: told to fail`),
      );
      await settled();
      expect(query(`SELECT FirstName FROM ${object}`)).toMatchObject([{ FirstName: null }]);
      expect([query('SELECT Id FROM Background_Check__c'), outbound.pending()]).toEqual([[], []]);
    },
  );
});

describe('Request_Check_From_Contact for a new Contact', () => {
  const ada = { FirstName: 'Ada', LastName: 'Lovelace', Email: 'ada@example.com', Request_Background_Check__c: true };

  test('requests a check, unless a Lead on its way to become that Contact has', () => {
    const { insert, query } = setup();
    expect(insert('requester', 'Lead', { ...ada, Company: 'Home' }).errors).toEqual([]);
    expect(insert('requester', 'Contact', ada).errors).toEqual([]);
    expect(query('SELECT Id FROM Background_Check__c')).toHaveLength(1);
    expect(insert('requester', 'Contact', { ...ada, Email: 'eve@example.com' }).errors).toEqual([]);
    expect(query('SELECT Id FROM Background_Check__c')).toHaveLength(2);
  });

  test('is not saved where such a Lead cannot be looked for', () => {
    const { insert, query, failAt } = setup();
    failAt('Request_Check_From_Contact.Find_Lead_On_Its_Way');
    expect(insert('requester', 'Contact', ada).errors[0]?.message).toMatch(/Contact was not saved.*told to fail/);
    expect(query('SELECT Id FROM Background_Check__c')).toEqual([]);
  });
});

describe.each(['Lead', 'Contact'])('Show_Check_On_%s when something fails', (object) => {
  const request = async (places: string[], values: SObject = {}) => {
    const org = setup();
    const person = org.person(object);
    org.automation
      .engine()
      .failAt(Object.fromEntries(places.map((place) => [`Show_Check_On_${object}.${place}`, 'no'])));
    const row = { [`${object}__c`]: person.id, ...values };
    const check = org.insert('connector', 'Background_Check__c', row);
    await org.settled();
    return { ...org, check, stored: org.row('Background_Check__c', check.id), personId: person.id };
  };

  test.each(['Find_Newest_Check', 'Copy_Status'])('%s: the check stays and says what to mend', async (element) => {
    const { check, stored, automation, personId, row } = await request([element]);
    expect(check.errors).toEqual([]);
    expect(stored?.['Error_Help__c']).toMatch(/could not be shown.*records: no\./);
    expect(row(object, personId)).toMatchObject({ Background_Check_Status__c: null });
    expect(automation.failures).toEqual([]);
  });

  test('help that is there already is kept', async () => {
    const { stored } = await request(['Copy_Status'], { Error_Help__c: 'Mend the address.' });
    expect(stored?.['Error_Help__c']).toBe('Mend the address.');
  });

  test('not even the help: the check is as it was saved, and the failure is reported to the admin', async () => {
    const { check, stored, automation } = await request(['Copy_Status', 'Write_Help']);
    expect(check.errors).toEqual([]);
    expect(stored).toMatchObject({ Status__c: 'Requested', Error_Help__c: null });
    expect(automation.failures).toMatchObject([
      { flow: 'Show_New_Check', path: 'Run_Asynchronously', recordId: check.id },
    ]);
  });
});

describe.each(['Lead', 'Contact'])('Show_Check_On_%s', (object) => {
  test('after the commit the person shows the status of the newest check', async () => {
    const { insert, update, row, person, settled } = setup();
    const { id } = person(object);
    const check = insert('requester', 'Background_Check__c', { [`${object}__c`]: id });
    expect(row(object, id)).toMatchObject({ Background_Check_Status__c: null });
    await settled();
    expect(row(object, id)).toMatchObject({ Background_Check_Status__c: 'Requested' });
    update('connector', 'Background_Check__c', { Id: check.id, Status__c: 'Invited' });
    await settled();
    expect(row(object, id)).toMatchObject({ Background_Check_Status__c: 'Invited' });
  });

  test('a person that cannot be saved leaves the check alone; the check says what to mend', async () => {
    const { insert, row, person, refuseBy, settled, automation } = setup();
    const { id } = person(object);
    expect(refuseBy(object, 'ISCHANGED(Background_Check_Status__c)')).toEqual([]);
    const check = insert('requester', 'Background_Check__c', { [`${object}__c`]: id });
    await settled();
    expect(check.errors).toEqual([]);
    expect(row(object, id)).toMatchObject({ Background_Check_Status__c: null });
    expect(row('Background_Check__c', check.id)?.['Error_Help__c']).toMatch(/could not be shown.*Refused by a test\./);
    expect(automation.failures).toEqual([]);
  });
});

describe('Send_Background_Check_Command', () => {
  test('each new action sends one message after the commit; the connector hears nothing of its own writes', async () => {
    const { insert, update, person, outbound, settled } = setup();
    outbound.mode = { delayMs: 60_000 };
    const { id } = insert('requester', 'Background_Check__c', { Lead__c: person('Lead').id });
    await settled();
    expect(outbound.pending()).toMatchObject([
      { message: 'Background_Check__c.Background_Check_Command', recordId: id },
    ]);
    update('connector', 'Background_Check__c', { Id: id, Requested_Action__c: null, Status__c: 'Invited' });
    update('connector', 'Background_Check__c', { Id: id, Requested_Action__c: 'Cancel' });
    await settled();
    expect(outbound.pending()).toHaveLength(1);
    update('connector', 'Background_Check__c', { Id: id, Requested_Action__c: null });
    update('admin', 'Background_Check__c', { Id: id, Requested_Action__c: 'Resend Invitation' });
    await settled();
    expect(outbound.pending()).toHaveLength(2);
  });

  test('an order that is refused sends nothing', async () => {
    const { insert, outbound, settled, refuseBy, person } = setup();
    const lead = person('Lead');
    refuseBy('Background_Check__c', 'ISNEW()');
    expect(insert('requester', 'Background_Check__c', { Lead__c: lead.id }).errors).toHaveLength(1);
    await settled();
    expect(outbound.pending()).toEqual([]);
  });

  test('a command that cannot be queued refuses the order, which leaves nothing behind', async () => {
    const { insert, query, outbound, settled, failAt, person, automation } = setup();
    const lead = person('Lead');
    failAt('Send_Background_Check_Command.Tell_Connector');
    const [error] = insert('requester', 'Background_Check__c', { Lead__c: lead.id }).errors;
    expect(error?.message).toMatch(/could not be handed to the background check connector.*told to fail/);
    await settled();
    expect([query('SELECT Id FROM Background_Check__c'), outbound.pending(), automation.failures]).toEqual([
      [],
      [],
      [],
    ]);
  });
});

describe('Maintain_Background_Check and decisions', () => testDecisions(setup));

/** Flows whose tests stand beside the package, in `scripts/package-checks`, each with a check like the one below. */
const TESTED_THERE = [
  ...[
    'Follow_Lead_Conversion',
    'Note_Check_Dates',
    'Note_Check_Price',
    'Note_Converted_Contact',
    'Note_Requested_Action',
    'Note_Viewed_Results',
  ],
  ...['Find_Emails_In_Use', 'Refuse_Audit_Deletion', 'Request_Background_Checks', 'Send_Check_Alert'],
  ...['Tell_About_Check', 'Tell_About_New_Check', 'Tell_Opened_Again', 'Tell_Outcome'],
  ...['Warn_Before_Invitation_Ends', 'Warn_Before_Suspended_Is_Canceled', 'Warn_Before_Validity_Ends'],
  'Watch_Unanswered_Request',
  'Await_ATS_Callback',
  'Link_Vendor_Check',
  'Tell_About_Refused_Request',
  'Tell_About_Unmatched_Events',
];

test('every element, outcome and fault path of every other flow of the package was run here', () => {
  const flowOf = (place: string) => place.split('.')[0] ?? '';
  const names = new Set([...places].map(flowOf));
  expect(TESTED_THERE.filter((name) => !names.has(name))).toEqual([]);
  const mine = [...places].filter((place) => !TESTED_THERE.includes(flowOf(place)));
  expect(mine.length).toBeGreaterThan(0);
  expect(mine.filter((place) => !executed.has(place))).toEqual([]);
});
