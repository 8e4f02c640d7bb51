import { afterEach, expect, test } from 'vitest';
import { conversionOrg } from './conversion-org.ts';
import { notRun } from './package-org.ts';

const CHECK = 'Background_Check__c';
const coverage = { executed: new Set<string>(), places: new Set<string>() };
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

function setup() {
  const org = conversionOrg(coverage);
  stops.push(org.stop);
  return org;
}

test('a check is not ordered twice because its Lead became a Contact', () => {
  const { newLead, newCheck, convert, check, insert } = setup();
  const lead = newLead();
  const id = newCheck({ Status__c: 'Invited' }, { Lead__c: lead });
  const { contact } = convert(lead);
  expect(check(id)).toMatchObject({ Open_Check_Key__c: `${contact}-default` });
  expect(insert('requester', CHECK, { Contact__c: contact }).refusal).toMatch(/already has an open background check/);
});

test('another package may be ordered meanwhile, and the same one once the check is final', () => {
  const { newLead, newCheck, newPackage, convert, insert, move } = setup();
  const lead = newLead();
  const [standard, drivers] = [newPackage('standard'), newPackage('drivers')];
  const id = newCheck({ Status__c: 'Invited' }, { Lead__c: lead, Package__c: standard });
  const { contact } = convert(lead);
  expect(insert('requester', CHECK, { Contact__c: contact, Package__c: drivers }).refusal).toBeNull();
  expect(move(id, { Status__c: 'Completed', Result__c: 'Clear', Source_Read_At__c: 1 })).toBeNull();
  expect(insert('requester', CHECK, { Contact__c: contact, Package__c: standard }).refusal).toBeNull();
});

test('where the Contact has an open check already both go on, and a third one is refused until both are final', () => {
  const { newLead, newCheck, newContact, convertInto, check, insert, move } = setup();
  const [lead, contact] = [newLead(), newContact()];
  const [older, newer] = [newCheck({}, { Contact__c: contact, Lead__c: null }), newCheck({}, { Lead__c: lead })];
  expect(convertInto(lead, contact)).toBeNull();
  expect(check(newer)).toMatchObject({ Contact__c: contact, Open_Check_Key__c: `${lead}-default` });
  const order = () => insert('requester', CHECK, { Contact__c: contact }).refusal;
  expect(move(older, { Status__c: 'Completed', Result__c: 'Clear', Source_Read_At__c: 1 })).toBeNull();
  expect(order()).toMatch(/already has an open background check/);
  expect(move(newer, { Status__c: 'In Progress', Source_Read_At__c: 1 })).toBeNull();
  expect(check(newer)).toMatchObject({ Open_Check_Key__c: `${contact}-default` });
  expect(move(newer, { Status__c: 'Completed', Result__c: 'Clear', Source_Read_At__c: 2 })).toBeNull();
  expect(order()).toBeNull();
  for (const id of [older, newer]) expect(check(id)).toMatchObject({ Cleared__c: true, Open_Check_Key__c: null });
});

test('a failed check is resumed on the Contact, but not beside one ordered since', () => {
  const { newLead, newCheck, convert, check, insert, ask } = setup();
  const [lead, busy] = [newLead(), newLead()];
  const [failed, outdone] = [lead, busy].map((Lead__c) => newCheck({ Status__c: 'Error' }, { Lead__c })) as [
    string,
    string,
  ];
  const { contact } = convert(lead);
  expect(ask('requester', failed, { Requested_Action__c: 'Resume' })).toBeNull();
  expect(check(failed)).toMatchObject({ Open_Check_Key__c: `${contact}-default` });
  expect(insert('requester', CHECK, { Contact__c: convert(busy).contact }).refusal).toBeNull();
  expect(ask('requester', outdone, { Requested_Action__c: 'Resume' })).toMatch(/already has an open/);
});

test('a check about nobody is refused for that, not for the open check of somebody else', () => {
  const { newCheck, insert } = setup();
  newCheck({ Status__c: 'Invited' });
  expect(insert('requester', CHECK, { Lead__c: null }).refusal).toMatch(/^Choose the Lead or the Contact/);
});

test('a failed check whose Lead is gone is resumed whatever checks of others are open, and takes no key from another such check', () => {
  const { newLead, newCheck, ask, check, remove } = setup();
  const leads = [newLead(), newLead()];
  const failed = leads.map((Lead__c) => newCheck({ Status__c: 'Error' }, { Lead__c }));
  newCheck({ Status__c: 'Invited' });
  for (const lead of leads) expect(remove('admin', 'Lead', lead)).toBeNull();
  for (const id of failed) {
    expect(ask('requester', id, { Requested_Action__c: 'Resume' })).toBeNull();
    expect(check(id)).toMatchObject({ Status__c: 'Requested', Open_Check_Key__c: null });
  }
});

test.each(['Lead__c', 'Contact__c'] as const)(
  'after a merge (%s) the check stays the only one, and its key follows at its next change',
  (lookup) => {
    const { newLead, newContact, newCheck, mergeInto, insert, check, move } = setup();
    const [stays, goes] = lookup === 'Lead__c' ? [newLead(), newLead()] : [newContact(), newContact()];
    const id = newCheck({ Status__c: 'Invited' }, { Lead__c: null, [lookup]: goes });
    mergeInto(lookup, stays, goes);
    expect(insert('requester', CHECK, { [lookup]: stays }).refusal).toMatch(/already has an open background check/);
    expect(move(id, { Status__c: 'In Progress' })).toBeNull();
    expect(check(id)).toMatchObject({ Open_Check_Key__c: `${stays}-default` });
  },
);

test('two Leads with a check each: after the merge both complete, and the one that stays can be checked again', () => {
  const { newLead, newCheck, mergeInto, insert, check, move } = setup();
  const [stays, goes] = [newLead(), newLead()];
  const ids = [stays, goes].map((lead) => newCheck({ Status__c: 'Invited' }, { Lead__c: lead }));
  mergeInto('Lead__c', stays, goes);
  for (const id of ids)
    expect(move(id, { Status__c: 'Completed', Result__c: 'Clear', Source_Read_At__c: 1 })).toBeNull();
  for (const id of ids) expect(check(id)).toMatchObject({ Lead__c: stays, Cleared__c: true });
  expect(insert('requester', CHECK, { Lead__c: stays }).refusal).toBeNull();
});

test('a package that the connector filled in as the default is not ordered once more by name', () => {
  const { newCheck, newPackage, check, insert } = setup();
  const standard = newPackage('standard');
  const id = newCheck({ Status__c: 'Invited', Package__c: standard });
  const again = insert('requester', CHECK, { Lead__c: String(check(id)?.['Lead__c']), Package__c: standard });
  expect(again.refusal).toMatch(/already has an open background check/);
});

test('the default package is not ordered once more by name, nor the other way round, before anybody filled it in', () => {
  const { newLead, newPackage, insert, update } = setup();
  const [standard, drivers] = [newPackage('standard'), newPackage('drivers')];
  const order = (lead: string, Package__c?: string) =>
    insert('requester', CHECK, { Lead__c: lead, ...(Package__c ? { Package__c } : {}) }).refusal;
  const before = newLead();
  expect(order(before)).toBeNull();
  expect(update('admin', 'Background_Check_Package__c', { Id: standard, Default__c: true })).toBeNull();
  expect(order(before, standard)).toMatch(/already has an open background check/);
  expect(order(before)).toMatch(/already has an open background check/);
  for (const [first, second] of [
    [undefined, standard],
    [standard, undefined],
  ]) {
    const lead = newLead();
    expect(order(lead, first)).toBeNull();
    expect(order(lead, second)).toMatch(/already has an open background check/);
    expect(order(lead, drivers)).toBeNull();
  }
});

test('a failed check of the default package is not resumed beside one that was ordered by name', () => {
  const { newLead, newCheck, newPackage, insert, update, ask } = setup();
  const standard = newPackage('standard');
  update('admin', 'Background_Check_Package__c', { Id: standard, Default__c: true });
  const lead = newLead();
  const failed = newCheck({ Status__c: 'Error' }, { Lead__c: lead });
  expect(insert('requester', CHECK, { Lead__c: lead, Package__c: standard }).refusal).toBeNull();
  expect(ask('requester', failed, { Requested_Action__c: 'Resume' })).toMatch(/already has an open/);
});

test('a check is converted and saved all the same when its key cannot be looked up', () => {
  const { newLead, newCheck, convert, check, move, automation } = setup();
  const lead = newLead();
  const id = newCheck({ Status__c: 'Invited' }, { Lead__c: lead });
  automation.engine().failAt({ 'Note_Converted_Contact.Find_Holder_Of_Key': 'Refused by a test.' });
  const { contact, refusal } = convert(lead);
  expect(refusal).toBeNull();
  expect(check(id)).toMatchObject({ Contact__c: contact, Open_Check_Key__c: `${lead}-default` });
  automation.engine().failAt({});
  expect(move(id, { Status__c: 'In Progress' })).toBeNull();
  expect(check(id)).toMatchObject({ Open_Check_Key__c: `${contact}-default` });
});

test('a check the conversion did not reach finds its Contact at the next change', () => {
  const { newLead, newCheck, convert, check, move, mergeInto } = setup();
  const lead = newLead();
  const id = newCheck({ Status__c: 'Invited' }, { Lead__c: lead });
  const { contact } = convert(lead);
  mergeInto('Contact__c', null, contact);
  expect(move(id, { Status__c: 'In Progress' })).toBeNull();
  expect(check(id)).toMatchObject({ Contact__c: contact });
});

test('a check whose Contact was deleted, or cannot be looked up, is saved all the same', () => {
  const { newLead, newCheck, convert, check, move, remove, automation, mergeInto } = setup();
  const [lead, other] = [newLead(), newLead()];
  const [id, unseen] = [lead, other].map((Lead__c) => newCheck({ Status__c: 'Invited' }, { Lead__c })) as [
    string,
    string,
  ];
  expect(remove('admin', 'Contact', convert(lead).contact)).toBeNull();
  mergeInto('Contact__c', null, convert(other).contact);
  automation.engine().failAt({ 'Note_Converted_Contact.Find_Contact': 'Refused by a test.' });
  for (const one of [id, unseen]) expect(move(one, { Status__c: 'In Progress' })).toBeNull();
  for (const one of [id, unseen]) expect(check(one)).toMatchObject({ Status__c: 'In Progress', Contact__c: null });
  automation.engine().failAt({});
  expect(move(id, { Status__c: 'Completed', Result__c: 'Clear', Source_Read_At__c: 1 })).toBeNull();
});

test('every element, outcome and fault path of this flow was run', () => {
  expect(coverage.places.size).toBeGreaterThan(0);
  expect(notRun(coverage, ['Note_Converted_Contact'])).toEqual([]);
});
