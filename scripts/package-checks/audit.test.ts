import { afterEach, expect, test } from 'vitest';
import { notRun, packageOrg } from './package-org.ts';

const coverage = { executed: new Set<string>(), places: new Set<string>() };
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

const EVENT = 'Background_Check_Event__c';

function setup() {
  const org = packageOrg(coverage);
  stops.push(org.stop);
  const check = org.newCheck({ Status__c: 'Invited' });
  const note = (fields = {}) =>
    org.insert('connector', EVENT, {
      Background_Check__c: check,
      Source_Event_Id__c: 'e1',
      Outcome__c: 'Applied',
      ...fields,
    });
  const look = (fields = {}) =>
    org.insert('requester', EVENT, { Background_Check__c: check, Outcome__c: 'Viewed', ...fields });
  return { ...org, checkId: check, note, look };
}

test('who looks is noted once for each user, check and day', () => {
  const { look, row, rows, checkId, user } = setup();
  const { id, refusal } = look();
  expect(refusal).toBeNull();
  const day = new Date().toISOString().slice(0, 10);
  expect(row(EVENT, id)).toMatchObject({
    Viewed_By__c: user('requester').id,
    Source_Event_Id__c: `viewed-${user('requester').id}-${checkId}-${day}`,
    Source__c: 'User',
  });
  expect(look().refusal).toMatch(/duplicate/i);
  expect(rows(EVENT).filter((one) => one['Outcome__c'] === 'Viewed')).toHaveLength(1);
});

test('nobody but the connector adds anything else', () => {
  const { look, insert, checkId, user, note } = setup();
  expect(look({ Outcome__c: 'Applied' }).refusal).toMatch(/only that you yourself looked/);
  expect(look({ Background_Check__c: null }).refusal).toMatch(/only that you yourself looked/);
  const other = { Background_Check__c: checkId, Outcome__c: 'Viewed', Viewed_By__c: user('reviewer').id };
  expect(insert('admin', EVENT, other).refusal).toMatch(/only that you yourself looked/);
  expect(note().refusal).toBeNull();
});

test('who requests, cancels or decides is noted with the reason, and what the connector does is not', () => {
  const { rows, ask, move, checkId, insert, newLead, user } = setup();
  const noted = () =>
    rows(EVENT)
      .filter((row) => row['Background_Check__c'] === checkId)
      .map((row) => [row['Type__c'], row['Outcome__c'], row['CreatedById'], row['Summary__c'] ?? null]);
  const requested = ['Order', 'Requested', user('requester').id, null];
  expect(noted()).toEqual([requested]);
  expect(ask('requester', checkId, { Requested_Action__c: 'Resend Invitation' })).toBeNull();
  expect(move(checkId, { Requested_Action__c: null, Status__c: 'Review Required' })).toBeNull();
  const reason = 'An old fine that has nothing to do with the work.';
  const decision = { Requested_Action__c: 'Finalize Clear', Review_Reason__c: reason };
  expect(ask('reviewer', checkId, decision)).toBeNull();
  expect(noted()).toEqual([
    requested,
    ['Resend Invitation', 'Requested', user('requester').id, null],
    ['Finalize Clear', 'Requested', user('reviewer').id, reason],
  ]);
  insert('connector', 'Background_Check__c', { Lead__c: newLead(), Requested_Action__c: 'Order' });
  expect(rows(EVENT)).toHaveLength(3);
});

test('nobody writes such a row by hand, not even of what is being asked for right now', () => {
  const { insert, ask, checkId } = setup();
  expect(ask('requester', checkId, { Requested_Action__c: 'Cancel' })).toBeNull();
  const forged = { Background_Check__c: checkId, Outcome__c: 'Requested', Source__c: 'User' };
  expect(insert('requester', EVENT, { Background_Check__c: checkId, Outcome__c: 'Requested' }).refusal).not.toBeNull();
  expect(insert('reviewer', EVENT, { ...forged, Type__c: 'Cancel', Source_Event_Id__c: 'x' }).refusal).not.toBeNull();
  const decided = { ...forged, Type__c: 'Finalize Clear', Source_Event_Id__c: 'y' };
  expect(insert('admin', EVENT, decided).refusal).toMatch(/only that you yourself looked/);
});

test('what cannot be noted is not asked for, and the reason is told', () => {
  const { automation, ask, check, checkId } = setup();
  automation.engine().failAt({ 'Note_Requested_Action.Note_Request': 'Refused by a test.' });
  expect(ask('requester', checkId, { Requested_Action__c: 'Cancel' })).toMatch(/audit trail.*Refused by a test\./);
  expect(check(checkId)).toMatchObject({ Requested_Action__c: null });
});

test('nobody edits a row, not even the connector or an administrator', () => {
  const { note, update } = setup();
  const { id } = note();
  expect(update('admin', EVENT, { Id: id, Reason__c: 'another' })).toMatch(/cannot be edited/);
  expect(update('connector', EVENT, { Id: id, Reason__c: 'another' })).not.toBeNull();
  expect(update('reviewer', EVENT, { Id: id, Outcome__c: 'Late' })).not.toBeNull();
});

test('only the permission to purge the audit trail deletes a row', () => {
  const { note, remove, assign } = setup();
  const { id } = note();
  expect(remove('admin', EVENT, id)).toMatch(/cannot be deleted/);
  expect(remove('reviewer', EVENT, id)).not.toBeNull();
  expect(remove('connector', EVENT, id)).not.toBeNull();
  assign('noaccess', 'Background_Check_Purge_Audit');
  expect(remove('noaccess', EVENT, id)).toBeNull();
});

test('a check with a trail cannot be deleted', () => {
  const { note, remove, checkId } = setup();
  note();
  expect(remove('admin', 'Background_Check__c', checkId)).not.toBeNull();
});

test('every element, outcome and fault path of these flows was run', () => {
  expect(coverage.places.size).toBeGreaterThan(0);
  expect(notRun(coverage, ['Note_Requested_Action', 'Note_Viewed_Results', 'Refuse_Audit_Deletion'])).toEqual([]);
});
