import { describe, expect, test } from 'vitest';
import { createFlowOrg } from '../../testing/flow-org.ts';
import { assignment, filter, flowOf, input, schedule, set, start, to, variable } from '../../testing/flow-xml.ts';
import { nextRun } from './schedule.ts';

const NOON = '2026-11-21T12:00:00.000Z';
const at = (time: string) => new Date(time);

const marks = (options: Partial<Parameters<typeof schedule>[1]> = {}) =>
  flowOf(
    `<recordUpdates><name>Mark</name>${input('Summary__c', 'seen {!$Record.Name}')}<inputReference>$Record</inputReference></recordUpdates>` +
      schedule('Mark', { at: NOON, object: 'Lead', inside: filter('Flagged__c', 'EqualTo', true), ...options }),
    'Marks',
  );

describe('a schedule', () => {
  const next = (frequency: 'Once' | 'Daily' | 'Weekly', after: string) =>
    nextRun({ frequency, start: NOON }, at(after))?.toISOString();

  test('begins at its first time', () => expect(next('Weekly', '2026-11-20T00:00:00Z')).toBe(NOON));
  test('comes every day', () => expect(next('Daily', '2026-12-01T12:00:00Z')).toBe('2026-12-02T12:00:00.000Z'));
  test('comes every week', () => expect(next('Weekly', '2026-11-21T12:00:01Z')).toBe('2026-11-28T12:00:00.000Z'));
  test('comes once', () => expect(next('Once', NOON)).toBeUndefined());
});

describe('a scheduled flow', () => {
  test('runs once for each record that fits, at each of its times', () => {
    const { insert, update, row, engine } = createFlowOrg([marks()]);
    const [fits, other] = [insert('Lead', { Name: 'Ada', Flagged__c: true }), insert('Lead', { Name: 'Eve' })];
    expect(engine.schedule()).toEqual([{ flow: 'Marks', due: at(NOON) }]);
    expect(engine.runDue(at('2026-11-21T11:59:59Z'))).toBe(0);
    expect(engine.runDue(at('2026-11-21T12:00:01Z'))).toBe(1);
    expect([row('Lead', fits.id)?.['Summary__c'], row('Lead', other.id)?.['Summary__c']]).toEqual(['seen Ada', null]);
    update('Lead', { Id: fits.id, Summary__c: null });
    expect(engine.runDue(at('2026-11-21T13:00:00Z'))).toBe(0);
    expect(engine.runDue(at('2026-11-22T13:00:00Z'))).toBe(1);
    expect(row('Lead', fits.id)?.['Summary__c']).toBe('seen Ada');
  });

  test('missed times count as one, and a time before it was deployed never comes', () => {
    const [daily, once] = [
      createFlowOrg([marks()]),
      createFlowOrg([marks({ frequency: 'Once', at: '2026-11-01T12:00:00Z' })]),
    ];
    for (const { insert } of [daily, once]) insert('Lead', { Name: 'Ada', Flagged__c: true });
    expect(daily.engine.runDue(at('2026-11-30T00:00:00Z'))).toBe(1);
    expect(once.engine.runDue(at('2026-11-30T00:00:00Z'))).toBe(0);
    expect(once.engine.schedule()).toEqual([]);
  });

  test('goes on with the others when one record fails, which it leaves as it was', () => {
    const refuse = (_object: string, row: Record<string, unknown>) =>
      row['Summary__c'] === 'seen Bob' ? { statusCode: 'LOCKED', message: 'no', fields: [] } : undefined;
    const { insert, row, engine, failures } = createFlowOrg([marks()], { refuse });
    const ids = ['Ada', 'Bob', 'Cy'].map((Name) => insert('Lead', { Name, Flagged__c: true }).id);
    expect(engine.runNow('Marks')).toEqual({ interviews: 3, failed: 1 });
    expect(ids.map((id) => row('Lead', id)?.['Summary__c'])).toEqual(['seen Ada', null, 'seen Cy']);
    expect(failures).toMatchObject([{ flow: 'Marks', path: 'Schedule', recordId: ids[1] }]);
  });

  test('runs 200 records in one transaction', () => {
    const { insert, engine, org } = createFlowOrg([marks()]);
    for (let count = 0; count < 401; count += 1) insert('Lead', { Name: `L${count}`, Flagged__c: true });
    const before = org.transactions();
    expect(engine.runNow('Marks')).toEqual({ interviews: 401, failed: 0 });
    expect(org.transactions() - before).toBe(1 + 3);
  });

  test('without an object runs once', () => {
    const flow = flowOf(
      assignment('Add', set('Total', 1, 'Add') + to('Note')) +
        `<recordCreates><name>Note</name>${input('Count__c', '=Total')}<object>Check__c</object></recordCreates>` +
        schedule('Add', { at: NOON }) +
        variable('Total', 'Number'),
      'Nightly',
    );
    const { engine, org } = createFlowOrg([flow]);
    expect(engine.runDue(at(NOON))).toBe(1);
    expect(org.rows('Check__c')).toMatchObject([{ Count__c: 1 }]);
  });

  test('that is no scheduled flow cannot be run now', () => {
    const { engine } = createFlowOrg([marks()]);
    expect(() => engine.runNow('Nothing')).toThrow('Nothing is no active scheduled flow');
  });
});

test.each([
  ['another frequency', schedule('X', { at: NOON, frequency: 'Hourly' }), 'frequency Hourly'],
  [
    'filters without an object',
    schedule('X', { at: NOON, inside: filter('Name', 'EqualTo', 'x') }),
    'need an <object>',
  ],
  ['no time', schedule('X', { at: 'soon' }), '<startTime> is missing'],
  ['a trigger besides', start('Lead', { when: 'After', inside: '<schedule/>' }), '<schedule> is not supported'],
  [
    'a prior value',
    `${assignment('X', set('$Record.Name', '=$Record__Prior.Name'))}${schedule('X', { at: NOON, object: 'Lead' })}`,
    'X uses $Record__Prior.Name',
  ],
])('%s is refused by name', (_what, inside, reason) => {
  expect(() => flowOf(inside)).toThrow(reason);
});
