import { afterEach, describe, expect, test } from 'vitest';
import { notRun, packageOrg } from './package-org.ts';

const coverage = { executed: new Set<string>(), places: new Set<string>() };
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

const CHECK = 'Background_Check__c';
const VENDOR = { Vendor__c: 'Acme', External_Id__c: 'order-1' };
const REASON = { Review_Reason__c: 'Old and minor.' };

function setup() {
  const org = packageOrg(coverage);
  stops.push(org.stop);
  org.assign('noaccess', 'Background_Check_Admin');
  org.join('noaccess', 'Background_Check_Admins');
  const enter = (fields = {}) => {
    const lead = org.insert('admin', 'Lead', { LastName: 'Sample', Company: 'Volunteers' }).id;
    return org.insert('noaccess', CHECK, { Lead__c: lead, ...VENDOR, ...fields });
  };
  const linked = () => enter().id;
  /** What the connector does with a message of the vendor: the next of its moves. */
  const vendorMoves = (id: string, fields = {}) => {
    const revision = Number(org.check(id)?.['Vendor_Revision__c'] ?? 0) + 1;
    return org.move(id, { ...fields, Source_Read_At__c: revision, Vendor_Revision__c: revision });
  };
  const inReview = (result = 'Consider') => {
    const id = linked();
    expect(vendorMoves(id, { Status__c: 'Review Required', Result__c: result })).toBeNull();
    return id;
  };
  return { ...org, enter, linked, vendorMoves, inReview };
}

describe('a check another vendor runs', () => {
  test('is entered by an administrator of background checks with the id the vendor gave it, and is in progress', () => {
    const { enter, check } = setup();
    const { id, refusal } = enter();
    expect(refusal).toBeNull();
    expect(check(id)).toMatchObject({
      Status__c: 'In Progress',
      External_Id__c: 'Acme:order-1',
      Requested_Action__c: null,
      Cleared__c: false,
    });
  });

  test('may get its id later, and another one until the vendor was heard of', () => {
    const { enter, ask, check, move, vendorMoves } = setup();
    const { id } = enter({ External_Id__c: null });
    expect(check(id)).toMatchObject({ Status__c: 'Requested', Requested_Action__c: null });
    expect(ask('noaccess', id, { External_Id__c: 'order-x' })).toBeNull();
    expect(check(id)).toMatchObject({ Status__c: 'In Progress', External_Id__c: 'Acme:order-x' });
    expect(move(id, { Connection_Key__c: 'org/test' })).toBeNull();
    expect(ask('noaccess', id, { External_Id__c: 'Acme:order-1' })).toBeNull();
    expect(check(id)).toMatchObject({ External_Id__c: 'Acme:order-1', Connection_Key__c: null });
    expect(vendorMoves(id, { Estimated_Days__c: 3 })).toBeNull();
    expect(ask('noaccess', id, { External_Id__c: 'order-2' })).toMatch(/filled in automatically/);
  });

  test('two checks never have the same id of a vendor', () => {
    const { enter } = setup();
    enter();
    expect(enter().refusal).toMatch(/duplicate/i);
  });

  test('neither a result nor an id of Checkr can be entered by hand', () => {
    const { enter } = setup();
    expect(enter({ Vendor__c: 'Checkr' }).refusal).toMatch(/starts as Requested/);
    expect(enter({ Status__c: 'Completed' }).refusal).not.toBeNull();
    expect(enter({ Result__c: 'Clear' }).refusal).not.toBeNull();
  });

  test('cannot be entered by who may only request checks', () => {
    const { insert, newLead } = setup();
    expect(insert('requester', CHECK, { Lead__c: newLead(), ...VENDOR }).refusal).not.toBeNull();
  });
});

describe('the worst result of a vendor that cannot be asked again stands', () => {
  test.each([
    ['Consider', 'Clear'],
    ['Adverse', 'Consider'],
    ['Incomplete', 'Clear'],
    ['Consider', null],
  ])('%s does not become %s, not even by the connector', (from, to) => {
    const { inReview, vendorMoves } = setup();
    expect(vendorMoves(inReview(from), { Result__c: to })).toMatch(/worst result/);
  });

  test('a review ends by no message of the vendor', () => {
    const { inReview, vendorMoves } = setup();
    const id = inReview();
    expect(vendorMoves(id, { Status__c: 'Completed' })).toMatch(/worst result/);
    expect(vendorMoves(id, { Status__c: 'In Progress' })).toMatch(/worst result/);
    expect(vendorMoves(id, { Result__c: 'Adverse' })).toBeNull();
  });

  test('a reviewer clears it, an adverse one too', () => {
    const { inReview, ask, vendorMoves, check } = setup();
    const id = inReview('Adverse');
    expect(ask('reviewer', id, { Requested_Action__c: 'Finalize Clear', ...REASON })).toBeNull();
    expect(vendorMoves(id, { Status__c: 'Completed', Requested_Action__c: null })).toBeNull();
    expect(check(id)).toMatchObject({ Cleared__c: true, Result__c: 'Adverse' });
  });

  test('a worse one takes the pass of a reviewer away', () => {
    const { inReview, ask, vendorMoves, check } = setup();
    const id = inReview();
    ask('reviewer', id, { Requested_Action__c: 'Finalize Clear', ...REASON });
    vendorMoves(id, { Status__c: 'Completed', Requested_Action__c: null });
    const worse = { Status__c: 'Review Required', Result__c: 'Adverse', Reopen_Reason__c: 'Revision' };
    expect(vendorMoves(id, worse)).toBeNull();
    expect(check(id)).toMatchObject({ Cleared__c: false, Review_Decision__c: null });
  });

  test('of two moves decided on the same reading the second is refused', () => {
    const { linked, move, check } = setup();
    const id = linked();
    const turn = { Source_Read_At__c: 5, Vendor_Revision__c: 1 };
    expect(move(id, { Status__c: 'Review Required', Result__c: 'Consider', ...turn })).toBeNull();
    expect(move(id, { Status__c: 'Completed', Result__c: 'Clear', ...turn })).toMatch(/changed meanwhile|worst result/);
    expect(move(id, { ...turn, Source_Read_At__c: 6 })).toMatch(/changed meanwhile/);
    expect(check(id)).toMatchObject({ Status__c: 'Review Required', Result__c: 'Consider' });
  });
});

test('every element, outcome and fault path of these flows was run', () => {
  expect(coverage.places.size).toBeGreaterThan(0);
  expect(notRun(coverage, ['Link_Vendor_Check'])).toEqual([]);
});
