import { expect, test } from 'vitest';
import type { SObject } from '../../model.ts';
import type { PackageOrg } from '../../testing/package-org.ts';

const CHECK = 'Background_Check__c';
const DAY_MS = 86_400_000;
const START = '2026-11-20T16:00:00Z';

/** The scheduled flows that warn before something ends, and the one that watches requests. */
export function testWarnings(setup: () => PackageOrg): void {
  const checkWith = async (moved: SObject, asked: SObject = {}) => {
    const org = setup();
    org.clock.set({ now: new Date(START) });
    const { id } = org.insert('requester', CHECK, { Lead__c: org.person('Lead').id, ...asked });
    const row = { Id: id, Requested_Action__c: null, ...moved };
    expect(org.update('connector', CHECK, row).errors).toEqual([]);
    await org.settled();
    org.notifications.clear();
    const told = (name: string) => org.notifications.of(org.user(name).id).length;
    const runAfter = async (days: number, flow: string) => {
      org.clock.set({ advanceMs: days * DAY_MS });
      expect(org.automation.engine().runNow(flow)).toEqual({ interviews: 1, failed: 0 });
      await org.settled();
      return told('requester');
    };
    return { ...org, id, told, runAfter };
  };

  test('an invitation that ends within two days is told once', async () => {
    const { runAfter } = await checkWith({
      Status__c: 'Invited',
      Invitation_Expires_At__c: '2026-11-27T16:00:00.000Z',
    });
    expect(await runAfter(1, 'Warn_Before_Invitation_Ends')).toBe(0);
    expect(await runAfter(4.5, 'Warn_Before_Invitation_Ends')).toBe(1);
    expect(await runAfter(1, 'Warn_Before_Invitation_Ends')).toBe(1);
  });

  test('a report that waits is told before it is canceled', async () => {
    const { runAfter } = await checkWith({ Status__c: 'Suspended' });
    expect(await runAfter(1, 'Warn_Before_Suspended_Is_Canceled')).toBe(0);
    expect(await runAfter(26.5, 'Warn_Before_Suspended_Is_Canceled')).toBe(1);
  });

  test('a pass that ends in thirty days is told', async () => {
    const moved = { Status__c: 'Completed', Result__c: 'Clear', Valid_Until__c: '2026-12-30' };
    const { runAfter, org, id } = await checkWith(moved);
    const check = org.database.store.get(CHECK, String(id));
    org.database.store.put(CHECK, { ...check, Valid_Until__c: '2026-12-30' });
    expect(await runAfter(1, 'Warn_Before_Validity_Ends')).toBe(0);
    expect(await runAfter(9, 'Warn_Before_Validity_Ends')).toBe(1);
  });

  test('a request nobody took for half an hour is told to the administrators, one that was taken is not', async () => {
    const { insert, person, clock, automation, told, settled } = await checkWith({ Status__c: 'Invited' });
    expect(automation.engine().pending()).toEqual([]);
    insert('requester', CHECK, { Contact__c: person('Contact').id });
    await settled();
    clock.set({ advanceMs: 31 * 60_000 });
    expect(automation.engine().runDue(clock.now())).toBe(1);
    await settled();
    expect([told('admin'), told('requester')]).toEqual([1, 0]);
  });
}
