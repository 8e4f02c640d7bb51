import { describe, expect, test } from 'vitest';
import type { SObject } from '../../model.ts';
import type { PackageOrg } from '../../testing/package-org.ts';

const CHECK = 'Background_Check__c';

/** Tell_About_Check and, with it, Send_Check_Alert. */
export function testAlerts(setup: () => PackageOrg): void {
  const told = async (moves: SObject[], before: (org: PackageOrg) => void = () => undefined) => {
    const org = setup();
    const { id } = org.insert('requester', CHECK, { Lead__c: org.person('Lead').id });
    await org.settled();
    before(org);
    for (const move of moves) {
      const row = { Id: id, Requested_Action__c: null, ...move };
      expect(org.update('connector', CHECK, row).errors).toEqual([]);
    }
    await org.settled();
    const titles = (name: string) => org.notifications.of(org.user(name).id).map(({ title }) => title);
    return { ...org, id, check: org.row(CHECK, id), titles };
  };
  const COMPLETED = { Status__c: 'Completed', Result__c: 'Clear' };

  test.each([
    ['Completed', 1, 0],
    ['Error', 1, 0],
    ['Review Required', 1, 1],
  ])('%s: the requester is told, the reviewers where it is their turn', async (Status__c, requester, reviewer) => {
    const { titles, notifications, user, id } = await told([{ Status__c }]);
    expect([titles('requester').length, titles('reviewer').length]).toEqual([requester, reviewer]);
    const [alert] = notifications.of(user('requester').id);
    expect(alert).toMatchObject({ type: 'Background_Check_Alert', targetId: id });
    expect(alert?.body).toMatch(/^BC-000001: /);
  });

  test('what is over before anybody could be told is not told', async () => {
    const { titles } = await told([{ Status__c: 'Error' }, { Requested_Action__c: 'Resume' }]);
    expect(titles('requester')).toEqual([]);
  });

  test('for a requester who has left the reviewers are told', async () => {
    const { titles } = await told([COMPLETED], ({ org, user }) => {
      const [left] = org.asAutomatedProcess((work) =>
        work.update('User', [{ Id: user('requester').id, IsActive: false }]),
      );
      expect(left?.errors).toEqual([]);
    });
    expect(titles('reviewer')).toHaveLength(1);
  });

  describe('when nobody can be told the check stays, and says so', () => {
    test.each(['Find_Type', 'Find_Group', 'Find_Requester', 'Tell_Them'])('%s', async (element) => {
      const { check, titles, automation } = await told([COMPLETED], ({ failAt }) =>
        failAt(`Send_Check_Alert.${element}`),
      );
      expect(check).toMatchObject({ Status__c: 'Completed', Error_Help__c: expect.stringContaining('told to fail') });
      expect([titles('requester'), automation.failures]).toEqual([[], []]);
    });

    test('the group is gone', async () => {
      const { check, titles } = await told([COMPLETED], ({ org, query }) => {
        const [group] = query("SELECT Id FROM Group WHERE DeveloperName = 'Background_Check_Reviewers'");
        org.database.store.drop('Group', String(group?.['Id']));
      });
      expect(check?.['Error_Help__c']).not.toBeNull();
      expect(titles('requester')).toEqual([]);
    });

    test('help that is there already is kept', async () => {
      const { check } = await told([{ Status__c: 'Error', Error_Help__c: 'Mend the address.' }], ({ failAt }) =>
        failAt('Send_Check_Alert.Tell_Them'),
      );
      expect(check).toMatchObject({ Error_Help__c: 'Mend the address.' });
    });
  });
}
