import { afterEach, describe, expect, test } from 'vitest';
import { notRun, packageOrg } from './package-org.ts';

const coverage = { executed: new Set<string>(), places: new Set<string>() };
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

const CHECK = 'Background_Check__c';

function setup() {
  const org = packageOrg(coverage);
  stops.push(org.stop);
  const offer = (slug: string, more: Record<string, string | number | boolean | null>) =>
    org.insert('admin', 'Background_Check_Package__c', { Name: slug, Slug__c: slug, Price_Currency__c: 'USD', ...more })
      .id;
  const standard = offer('standard', { Price__c: 35 });
  offer('drug', { Price__c: 10.5, Add_On__c: true });
  offer('mvr', { Price__c: 9.25, Add_On__c: true });
  offer('credit', { Price__c: null, Add_On__c: true });
  offer('lower', { Price__c: 4, Price_Currency__c: 'usd', Add_On__c: true });
  offer('abroad', { Price__c: 20, Price_Currency__c: 'EUR', Add_On__c: true });
  const request = (fields: Record<string, string | null>) => {
    const { id, refusal } = org.insert('requester', CHECK, { Lead__c: org.newLead(), ...fields });
    if (refusal) throw new Error(refusal);
    return id;
  };
  return { ...org, standard, request };
}

describe('the price of a check', () => {
  test.each([
    ['the package alone', null, 35],
    ['with one add-on', 'drug', 45.5],
    ['with two add-ons', 'mvr;drug', 54.75],
    ['in one currency, however it is written', 'lower', 39],
    ['with blanks and stray semicolons, as spreadsheets have them', ' drug ;; mvr; ', 54.75],
  ])('%s: what they cost together', (_name, addOns, price) => {
    const { request, check, standard } = setup();
    const id = request({ Package__c: standard, Add_Ons__c: addOns, Source__c: 'API' });
    expect(check(id)).toMatchObject({ Price__c: price, Price_Currency__c: 'USD' });
  });

  test.each([
    ['nobody knows', 'unicorn'],
    ['has no price', 'drug;credit'],
    ['has another currency', 'abroad;drug'],
    ['is named twice', 'drug;drug'],
    ['is only the beginning of a name', 'dru'],
  ])('is empty when an add-on %s, not wrong', (_name, addOns) => {
    const { request, check, standard } = setup();
    const id = request({ Package__c: standard, Add_Ons__c: addOns });
    expect(check(id)).toMatchObject({ Price__c: null, Price_Currency__c: null, Requested_Action__c: 'Order' });
  });

  test('is empty when the package has no price', () => {
    const { request, check, insert } = setup();
    const { id } = insert('admin', 'Background_Check_Package__c', { Name: 'Free', Slug__c: 'free' });
    expect(check(request({ Package__c: id, Add_Ons__c: 'drug' }))).toMatchObject({ Price__c: null });
  });

  test.each(['Lead', 'Contact'])(
    'from the checkbox of a %s follows when the default package is filled in',
    (person) => {
      const { insert, update, newLead, rows, check, standard, move } = setup();
      const id = person === 'Lead' ? newLead() : insert('requester', 'Contact', { LastName: 'Sample' }).id;
      expect(update('requester', person, { Id: id, Request_Background_Check__c: true })).toBeNull();
      const made = String(rows(CHECK)[0]?.['Id']);
      expect(check(made)).toMatchObject({ Source__c: 'Checkbox', Price__c: null });
      expect(move(made, { Package__c: standard, Requested_Action__c: null, Status__c: 'Invited' })).toBeNull();
      expect(check(made)).toMatchObject({ Price__c: 35, Price_Currency__c: 'USD' });
    },
  );

  test('of loaded rows without a package has their add-ons too once it is known', () => {
    const { request, check, standard, move } = setup();
    const id = request({ Add_Ons__c: 'drug', Source__c: 'API' });
    expect(move(id, { Package__c: standard, Requested_Action__c: null, Status__c: 'Invited' })).toBeNull();
    expect(check(id)).toMatchObject({ Price__c: 45.5 });
  });

  test('from the list action is the price of its package, for everybody', () => {
    const { automation, user, newLead, rows, standard } = setup();
    const home = { State: 'IL', Country: 'US' };
    const ids = ['one', 'two'].map((name) => newLead({ ...home, Email: `${name}@example.com` }));
    const { screens } = automation.engine();
    const requester = user('requester');
    const start = screens.startInterview(requester, 'Request_Background_Checks', { ids });
    const confirm = screens.next(requester, start.id, { action: 'NEXT', answers: { Package_Choice: standard } });
    screens.next(requester, confirm.id, { action: 'NEXT', answers: {} });
    expect(rows(CHECK).map((row) => [row['Source__c'], row['Price__c']])).toEqual([
      ['Bulk', 35],
      ['Bulk', 35],
    ]);
  });

  test('stays what it was when the package becomes dearer', () => {
    const { request, check, standard, update, move } = setup();
    const id = request({ Package__c: standard, Add_Ons__c: 'drug', Source__c: 'Button' });
    expect(update('admin', 'Background_Check_Package__c', { Id: standard, Price__c: 99 })).toBeNull();
    expect(move(id, { Requested_Action__c: null, Status__c: 'Invited' })).toBeNull();
    expect(check(id)).toMatchObject({ Price__c: 45.5 });
  });

  test('never stands in the way of a check when it cannot be worked out', () => {
    const { request, check, standard, automation } = setup();
    automation.engine().failAt({ 'Note_Check_Price.Find_Add_Ons': 'Refused by a test.' });
    const id = request({ Package__c: standard, Add_Ons__c: 'drug' });
    expect(check(id)).toMatchObject({ Price__c: null, Requested_Action__c: 'Order' });
  });
});

test('every element, outcome and fault path of this flow was run', () => {
  expect(coverage.places.size).toBeGreaterThan(0);
  expect(notRun(coverage, ['Note_Check_Price'])).toEqual([]);
});
