import { describe, expect, test } from 'vitest';
import type { SObject } from '../../model.ts';
import type { PackageOrg } from '../../testing/package-org.ts';

const CHECK = 'Background_Check__c';
const CLEAR = { Requested_Action__c: 'Finalize Clear', Review_Reason__c: 'Old and minor.' };
const ADVERSE = { Requested_Action__c: 'Initiate Adverse Action', Review_Reason__c: 'Not for this work.' };

/** The part of Maintain_Background_Check that is about reviewers, and about resuming. */
export function testDecisions(setup: () => PackageOrg): void {
  const checkIn = (moved: SObject) => {
    const org = setup();
    const { id } = org.insert('requester', CHECK, { Lead__c: org.person('Lead').id });
    const ask = (name: string, values: SObject) => org.update(name, CHECK, { Id: id, ...values }).errors;
    expect(ask('connector', { Requested_Action__c: null, Source_Read_At__c: 1000, ...moved })).toEqual([]);
    return { ...org, id, ask, check: () => org.row(CHECK, id) };
  };
  const waiting = () => checkIn({ Status__c: 'Review Required', Result__c: 'Consider' });

  describe('a decision', () => {
    test('may be asked for by the action, and is stamped', () => {
      const { ask, check, user } = waiting();
      expect(ask('reviewer', CLEAR)).toEqual([]);
      expect(check()).toMatchObject({
        Review_Decision__c: 'Finalize Clear',
        Reviewed_By__c: user('reviewer').id,
        Reviewed_Revision__c: 1000,
        Operation__c: 2,
      });
    });

    test('may be asked for by the decision', () => {
      const { ask, check } = waiting();
      const { Requested_Action__c: Review_Decision__c, Review_Reason__c } = CLEAR;
      expect(ask('reviewer', { Review_Decision__c, Review_Reason__c })).toEqual([]);
      expect(check()).toMatchObject({ Requested_Action__c: 'Finalize Clear', Operation__c: 2 });
    });

    test('against the person waits for the adverse action', () => {
      const { ask, check, insert, id } = waiting();
      insert('connector', 'Background_Check_Adverse_Item__c', {
        Background_Check__c: id,
        Text__c: 'Theft',
        Cite__c: true,
      });
      expect(ask('reviewer', ADVERSE)).toEqual([]);
      expect(check()).toMatchObject({ Adverse_Action_Status__c: 'Requested', Operation__c: 2 });
    });

    test('counts no more when the result changes', () => {
      const { ask, check } = waiting();
      ask('reviewer', CLEAR);
      expect(
        ask('connector', { Requested_Action__c: null, Includes_Canceled__c: true, Source_Read_At__c: 1001 }),
      ).toEqual([]);
      expect(check()).toMatchObject({ Review_Decision__c: null, Review_Reason__c: null });
    });

    test('is taken again when the first one, which a new report outdated, is out of the way', () => {
      const { ask, check } = waiting();
      ask('reviewer', CLEAR);
      expect(ask('connector', { Includes_Canceled__c: true, Source_Read_At__c: 1001 })).toEqual([]);
      const { Requested_Action__c: Review_Decision__c, Review_Reason__c } = CLEAR;
      expect(ask('reviewer', { Review_Decision__c, Review_Reason__c })).toMatchObject([
        { message: expect.stringContaining('wait until that field is empty') },
      ]);
      expect(ask('connector', { Requested_Action__c: null })).toEqual([]);
      expect(ask('reviewer', { Review_Decision__c, Review_Reason__c })).toEqual([]);
      expect(check()).toMatchObject({ Review_Decision__c, Reviewed_Revision__c: 1001, Operation__c: 3 });
    });
  });

  describe('a check in error', () => {
    const failed = () => checkIn({ Status__c: 'Error', Error_Help__c: 'Mend the e-mail.' });
    const RESUME = { Requested_Action__c: 'Resume' };

    test('is opened again', () => {
      const { ask, check } = failed();
      expect(ask('requester', RESUME)).toEqual([]);
      expect(check()).toMatchObject({ Status__c: 'Requested', Error_Help__c: null, Operation__c: 2 });
      expect(check()?.['Open_Check_Key__c']).toMatch(/-default$/);
    });

    test('is not opened again beside another one of the same person and package', () => {
      const { ask, check, insert } = failed();
      expect(insert('requester', CHECK, { Lead__c: check()?.['Lead__c'] ?? null }).errors).toEqual([]);
      expect(ask('requester', RESUME)).toMatchObject([{ message: expect.stringContaining('(BC-000002)') }]);
      expect(check()).toMatchObject({ Status__c: 'Error', Requested_Action__c: null });
    });

    test('is not opened again when nobody can look for others, and says why', () => {
      const { ask, check, failAt } = failed();
      for (const element of ['Find_Default_Package', 'Find_Same_Open_Check']) {
        failAt(`Maintain_Background_Check.${element}`);
        expect(ask('requester', RESUME)).toMatchObject([
          { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: expect.stringContaining('told to fail') },
        ]);
        expect(check()).toMatchObject({ Status__c: 'Error' });
      }
    });
  });
}
