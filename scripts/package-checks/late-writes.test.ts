import { afterEach, describe, expect, test } from 'vitest';
import { packageOrg } from './package-org.ts';

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** A check that shows what was read at 2000. */
function setup() {
  const org = packageOrg();
  stops.push(org.stop);
  const id = org.newCheck({ Status__c: 'Completed', Result__c: 'Clear', Source_Read_At__c: 2000 });
  return { ...org, id };
}

describe('what a check shows was read at a moment', () => {
  test.each([
    ['read a moment earlier', { Result__c: 'Consider', Source_Read_At__c: 1999 }],
    ['that does not say when it was read', { Result__c: 'Consider', Source_Read_At__c: null }],
  ])('a write %s is refused', (_name, older) => {
    const { id, move, check } = setup();
    expect(move(id, older)).toMatch(/already shows something newer/);
    expect(check(id)).toMatchObject({ Result__c: 'Clear', Source_Read_At__c: 2000 });
  });

  test('what was read later is written, and the same reading may be written twice', () => {
    const { id, move, check } = setup();
    expect(move(id, { Result__c: 'Consider', Source_Read_At__c: 2001 })).toBeNull();
    expect(move(id, { Result__c: 'Consider', Source_Read_At__c: 2001 })).toBeNull();
    expect(check(id)).toMatchObject({ Result__c: 'Consider' });
  });
});

describe('a final check', () => {
  test.each(['Requested', 'Invited', 'In Progress', 'Suspended', 'Review Required'])(
    'does not become %s again without a reason',
    (status) => {
      const { id, move } = setup();
      expect(move(id, { Status__c: status, Source_Read_At__c: 2001 })).toMatch(/is final and cannot be opened again/);
    },
  );

  test.each(['Dispute', 'Upgrade', 'Revision'])('is opened by a %s', (reason) => {
    const { id, move } = setup();
    const opened = { Status__c: 'Review Required', Reopen_Reason__c: reason, Source_Read_At__c: 2001 };
    expect(move(id, opened)).toBeNull();
  });

  test('needs a reason of its own each time it is opened, though the last one came together with its end', () => {
    const { id, move, check } = setup();
    const again = (Source_Read_At__c: number) => move(id, { Status__c: 'In Progress', Source_Read_At__c });
    expect(move(id, { Status__c: 'Disputed', Reopen_Reason__c: 'Dispute', Source_Read_At__c: 2001 })).toBeNull();
    expect(move(id, { Status__c: 'Completed', Source_Read_At__c: 2002 })).toBeNull();
    expect(again(2003)).toMatch(/is final/);
    const inOneWrite = { Status__c: 'Completed', Reopen_Reason__c: 'Dispute', Source_Read_At__c: 2004 };
    expect(move(id, inOneWrite)).toBeNull();
    expect(check(id)).toMatchObject({ Status__c: 'Completed', Reopen_Reason__c: null });
    expect(again(2005)).toMatch(/is final/);
  });
});
