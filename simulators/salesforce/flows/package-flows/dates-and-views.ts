import { expect, test } from 'vitest';
import type { SObject } from '../../model.ts';
import type { PackageOrg } from '../../testing/package-org.ts';

const CHECK = 'Background_Check__c';

/** Note_Check_Dates and Note_Viewed_Results. */
export function testDatesAndViews(setup: () => PackageOrg): void {
  const requested = () => {
    const org = setup();
    org.clock.set({ now: new Date('2026-11-20T16:00:00Z') });
    const offer = { Name: 'Basic', Slug__c: 'basic', Validity_Months__c: 24 };
    const Package__c = org.insert('admin', 'Background_Check_Package__c', offer).id;
    const { id } = org.insert('requester', CHECK, { Lead__c: org.person('Lead').id, Package__c });
    const move = (values: SObject) =>
      expect(org.update('connector', CHECK, { Id: id, Requested_Action__c: null, ...values }).errors).toEqual([]);
    return { ...org, id, move, check: () => org.row(CHECK, id) };
  };

  test('a report that waits notes since when, and forgets it when it goes on', () => {
    const { move, check, clock } = requested();
    move({ Status__c: 'Suspended' });
    expect(check()?.['Suspended_At__c']).toMatch(/^2026-11-20T16:00:0\d/);
    clock.set({ advanceMs: 86_400_000 });
    move({ Estimated_Completion__c: '2026-12-01' });
    expect(check()?.['Suspended_At__c']).toMatch(/^2026-11-20/);
    move({ Status__c: 'In Progress' });
    expect(check()).toMatchObject({ Suspended_At__c: null });
  });

  test('a completed check is valid as long as its package says', () => {
    const { move, check } = requested();
    move({ Status__c: 'Completed', Completed_At__c: '2026-11-20T12:00:00.000Z' });
    expect(check()).toMatchObject({ Valid_Until__c: '2028-11-20' });
  });

  test('looking at the results is noted with who looked', () => {
    const { insert, id, row, user } = requested();
    const view = insert('requester', 'Background_Check_Event__c', { Background_Check__c: id, Outcome__c: 'Viewed' });
    expect(view.errors).toEqual([]);
    expect(row('Background_Check_Event__c', view.id)).toMatchObject({
      Viewed_By__c: user('requester').id,
      Type__c: 'results.viewed',
      Source_Event_Id__c: `viewed-${user('requester').id}-${String(id)}-2026-11-20`,
    });
  });

  test('a row of the audit trail is deleted only with the permission to purge it', () => {
    const { insert, id, org, user, assign } = requested();
    const row = {
      Background_Check__c: id,
      Outcome__c: 'Applied',
      Type__c: 'report.completed',
      Source_Event_Id__c: 'e1',
    };
    const event = insert('connector', 'Background_Check_Event__c', row);
    expect(event.errors).toEqual([]);
    const remove = () =>
      org.transact(user('admin'), (work) => work.remove('Background_Check_Event__c', [String(event.id)]))[0]?.errors;
    expect(remove()).toMatchObject([{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }]);
    assign('admin', 'Background_Check_Purge_Audit');
    expect(remove()).toEqual([]);
  });
}
