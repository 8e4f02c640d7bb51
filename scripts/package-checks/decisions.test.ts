import { afterEach, describe, expect, test } from 'vitest';
import { packageOrg } from './package-org.ts';

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

const WAITING = { Status__c: 'Review Required', Result__c: 'Consider', Source_Read_At__c: 1000 };
const CLEAR = { Requested_Action__c: 'Finalize Clear', Review_Reason__c: 'Old and minor.' };
const ADVERSE = { Requested_Action__c: 'Initiate Adverse Action', Review_Reason__c: 'Not for this work.' };
const ITEM = 'Background_Check_Adverse_Item__c';

function setup() {
  const org = packageOrg();
  stops.push(org.stop);
  const waiting = () => org.newCheck(WAITING);
  return { ...org, waiting };
}

describe('Finalize Clear', () => {
  test('is stamped with who decided, when and on which revision, and is told to the connector', () => {
    const { waiting, ask, check, user } = setup();
    const id = waiting();
    expect(ask('reviewer', id, { ...CLEAR, Reviewed_Revision__c: 1000 })).toBeNull();
    expect(check(id)).toMatchObject({
      Requested_Action__c: 'Finalize Clear',
      Review_Decision__c: 'Finalize Clear',
      Reviewed_By__c: user('reviewer').id,
      Reviewed_At__c: expect.stringContaining('T'),
      Reviewed_Revision__c: 1000,
      Operation__c: 2,
      Cleared__c: false,
    });
  });

  test('may be asked for by the decision alone', () => {
    const { waiting, ask, check } = setup();
    const id = waiting();
    expect(
      ask('reviewer', id, { Review_Decision__c: 'Finalize Clear', Review_Reason__c: 'Old and minor.' }),
    ).toBeNull();
    expect(check(id)).toMatchObject({
      Requested_Action__c: 'Finalize Clear',
      Reviewed_Revision__c: 1000,
      Operation__c: 2,
    });
  });

  test('clears the person once the check is completed, and no longer when the report changes', () => {
    const { waiting, ask, check, move } = setup();
    const id = waiting();
    ask('reviewer', id, CLEAR);
    expect(move(id, { Requested_Action__c: null, Status__c: 'Completed', Source_Read_At__c: 1001 })).toBeNull();
    expect(check(id)).toMatchObject({ Cleared__c: true, Result__c: 'Consider' });
    expect(move(id, { Includes_Canceled__c: true, Source_Read_At__c: 1002 })).toBeNull();
    expect(check(id)).toMatchObject({ Cleared__c: false, Review_Decision__c: null, Review_Reason__c: null });
  });

  test('never counts over an adverse result', () => {
    const { waiting, ask, check, move } = setup();
    const id = waiting();
    ask('reviewer', id, CLEAR);
    move(id, { Requested_Action__c: null, Status__c: 'Completed', Adjudication__c: 'Post-Adverse Action' });
    expect(check(id)).toMatchObject({ Cleared__c: false, Review_Decision__c: 'Finalize Clear' });
  });
});

describe('Initiate Adverse Action', () => {
  test('waits for the vendor, keeps the date, and fixes what is cited', () => {
    const { waiting, ask, check, insert, update } = setup();
    const id = waiting();
    const item = insert('connector', ITEM, { Background_Check__c: id, Text__c: 'Words', External_Id__c: 'item-1' });
    expect(update('reviewer', ITEM, { Id: item.id, Cite__c: true })).toBeNull();
    const at = '2099-01-01T10:00:00.000Z';
    expect(ask('reviewer', id, { ...ADVERSE, Adverse_Action_Post_Notice_At__c: at })).toBeNull();
    expect(check(id)).toMatchObject({ Adverse_Action_Status__c: 'Requested', Adverse_Action_Post_Notice_At__c: at });
    expect(update('reviewer', ITEM, { Id: item.id, Cite__c: false })).toMatch(/cannot be changed/);
  });

  test('is undone by Cancel Adverse Action, after which a new decision is free', () => {
    const { waiting, ask, move } = setup();
    const id = waiting();
    expect(ask('reviewer', id, { Requested_Action__c: 'Cancel Adverse Action' })).toMatch(
      /no adverse action to cancel/,
    );
    ask('reviewer', id, ADVERSE);
    move(id, { Requested_Action__c: null, Adverse_Action_Status__c: 'Pending', Adverse_Action_Id__c: 'action' });
    expect(ask('reviewer', id, CLEAR)).toMatch(/has been sent and cannot be changed/);
    expect(ask('reviewer', id, { Requested_Action__c: 'Cancel Adverse Action' })).toBeNull();
    move(id, { Requested_Action__c: null, Adverse_Action_Status__c: 'Canceled' });
    expect(ask('reviewer', id, CLEAR)).toBeNull();
  });

  test('is undone while the candidate disputes the report, too', () => {
    const { waiting, ask, move } = setup();
    const id = waiting();
    ask('reviewer', id, ADVERSE);
    move(id, { Requested_Action__c: null, Status__c: 'Disputed', Adverse_Action_Status__c: 'Disputed' });
    expect(ask('requester', id, { Requested_Action__c: 'Cancel Adverse Action' })).toMatch(/Only reviewers decide/);
    expect(ask('reviewer', id, CLEAR)).not.toBeNull();
    expect(ask('reviewer', id, { Requested_Action__c: 'Cancel Adverse Action' })).toBeNull();
  });

  test('does not send the final notice into the past', () => {
    const { waiting, ask } = setup();
    const past = { Adverse_Action_Post_Notice_At__c: '2020-01-01T10:00:00.000Z' };
    expect(ask('reviewer', waiting(), { ...ADVERSE, ...past })).toMatch(/in the future/);
  });
});

const DECISIONS = [
  ['Finalize Clear', CLEAR],
  ['Initiate Adverse Action', ADVERSE],
] as const;

describe.each(DECISIONS)('%s is withdrawn', (name, decision) => {
  /** A check in review that shows its report as it was completed. */
  const decided = (shown: number | null) => {
    const org = setup();
    const id = org.newCheck({ ...WAITING, Report_Changed_At__c: shown });
    const item = { Background_Check__c: id, Text__c: 'Words', External_Id__c: 'item-1', Cite__c: true };
    org.insert('connector', ITEM, item);
    expect(org.ask('reviewer', id, decision)).toBeNull();
    return { ...org, id };
  };

  test('when the report changes before it is sent, though its result is the same', () => {
    const { id, move, check } = decided(500);
    expect(move(id, { Report_Changed_At__c: 900, Source_Read_At__c: 1001 })).toBeNull();
    expect(check(id)).toMatchObject({ Review_Decision__c: null, Review_Reason__c: null });
  });

  test('not when the report is the same, nor when the check only now says which one it shows', () => {
    const same = decided(500);
    expect(same.move(same.id, { Report_Changed_At__c: 500, Source_Read_At__c: 1001 })).toBeNull();
    expect(same.check(same.id)).toMatchObject({ Review_Decision__c: name });
    const unsaid = decided(null);
    expect(unsaid.move(unsaid.id, { Report_Changed_At__c: 500, Source_Read_At__c: 1001 })).toBeNull();
    expect(unsaid.check(unsaid.id)).toMatchObject({ Review_Decision__c: name });
  });
});

test('a Finalize Clear that was sent for a report revised meanwhile leaves the next decision free', () => {
  const { newCheck, ask, move, check } = setup();
  const id = newCheck({ ...WAITING, Report_Changed_At__c: 500 });
  ask('reviewer', id, CLEAR);
  const engaged = { Adjudication__c: 'Engaged', Report_Changed_At__c: 900, Source_Read_At__c: 1001 };
  expect(move(id, { ...engaged, Requested_Action__c: null, Review_Decision__c: null })).toBeNull();
  expect(ask('reviewer', id, { ...CLEAR, Reviewed_Revision__c: 1001 })).toBeNull();
  expect(check(id)).toMatchObject({ Requested_Action__c: 'Finalize Clear', Reviewed_Revision__c: 1001 });
});

test('an adverse action that was sent stays, whatever becomes of the report', () => {
  const { newCheck, insert, ask, move, check } = setup();
  const id = newCheck({ ...WAITING, Report_Changed_At__c: 500 });
  insert('connector', ITEM, { Background_Check__c: id, Text__c: 'Words', External_Id__c: 'item-1', Cite__c: true });
  ask('reviewer', id, ADVERSE);
  move(id, { Requested_Action__c: null, Adverse_Action_Status__c: 'Pending' });
  expect(move(id, { Report_Changed_At__c: 900, Source_Read_At__c: 1001 })).toBeNull();
  expect(check(id)).toMatchObject({ Review_Decision__c: 'Initiate Adverse Action' });
});

describe.each(DECISIONS)('%s is refused', (_name, decision) => {
  test('without a reason of ten characters', () => {
    const { waiting, ask } = setup();
    expect(ask('reviewer', waiting(), { ...decision, Review_Reason__c: '  because  ' })).toMatch(
      /at least 10 characters/,
    );
  });

  test('on a report that changed meanwhile', () => {
    const { waiting, ask } = setup();
    expect(ask('reviewer', waiting(), { ...decision, Reviewed_Revision__c: 999 })).toMatch(
      /changed after you opened it/,
    );
  });

  test('while there is nothing to decide', () => {
    const { newCheck, ask } = setup();
    const id = newCheck({ Status__c: 'In Progress' });
    expect(ask('admin', id, decision)).not.toBeNull();
    expect(ask('reviewer', id, decision)).not.toBeNull();
  });

  test('to everybody but reviewers', () => {
    const { waiting, ask, check } = setup();
    const id = waiting();
    expect(ask('admin', id, decision)).toMatch(/Only reviewers decide/);
    expect(ask('connector', id, decision)).not.toBeNull();
    expect(ask('requester', id, decision)).not.toBeNull();
    expect(ask('requester', id, { Requested_Action__c: decision.Requested_Action__c })).toMatch(
      /Only reviewers decide/,
    );
    expect(check(id)).toMatchObject({ Review_Decision__c: null, Requested_Action__c: null });
  });
});

test('a reviewer edits nothing but checks that need a review, and no result', () => {
  const { newCheck, waiting, ask } = setup();
  expect(ask('reviewer', newCheck({ Status__c: 'Invited' }), { Requested_Action__c: 'Cancel' })).not.toBeNull();
  expect(ask('reviewer', waiting(), { Result__c: 'Clear' })).not.toBeNull();
  expect(ask('reviewer', waiting(), { Report_Changed_At__c: 900 })).not.toBeNull();
});

test('nobody but the connector says which report a check shows', () => {
  const { waiting, ask, newLead, insert } = setup();
  expect(ask('admin', waiting(), { Report_Changed_At__c: 900 })).toMatch(/cannot be changed by hand/);
  expect(insert('admin', 'Background_Check__c', { Lead__c: newLead(), Report_Changed_At__c: 900 }).refusal).toMatch(
    /starts as Requested/,
  );
});
