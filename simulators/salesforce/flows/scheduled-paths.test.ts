import { describe, expect, test } from 'vitest';
import { createFlowOrg } from '../testing/flow-org.ts';
import { filter, flowOf, input, start, to } from '../testing/flow-xml.ts';

const CHANGED = '<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>';
const FLAGGED = filter('Flagged__c', 'EqualTo', true);

const path = (offset: string, options: { field?: string; more?: string } = {}) => {
  const [number, unit] = offset.split(' ');
  const source = options.field
    ? `<recordField>${options.field}</recordField><timeSource>RecordField</timeSource>`
    : '<timeSource>RecordTriggerEvent</timeSource>';
  return `<scheduledPaths><name>Later</name>${to('Step')}${options.more ?? ''}<offsetNumber>${number}</offsetNumber><offsetUnit>${unit}</offsetUnit>${source}</scheduledPaths>`;
};

/** Writes the lead's summary when its path runs. */
const reminder = (inside: string, saves = 'CreateAndUpdate') =>
  flowOf(
    `<recordUpdates><name>Step</name>${input('Summary__c', 'reminded')}<inputReference>$Record</inputReference></recordUpdates>` +
      start('Lead', { when: 'After', saves, inside }),
    'Reminder',
  );

const dueOf = ({ engine }: ReturnType<typeof createFlowOrg>) => engine.pending().map(({ due }) => due.toISOString());

describe('the time of a path', () => {
  test.each([
    ['30 Minutes', '2026-11-20T16:30:00.500Z'],
    ['2 Hours', '2026-11-20T18:00:00.500Z'],
    ['1 Days', '2026-11-21T16:00:00.500Z'],
    ['3 Months', '2027-02-20T16:00:00.500Z'],
  ])('%s after the save', (offset, due) => {
    const org = createFlowOrg([reminder(path(offset))]);
    org.insert('Lead', {});
    expect(dueOf(org)).toEqual([due]);
  });

  test('a month after the 31st is the last day of a shorter month', () => {
    const org = createFlowOrg([reminder(path('1 Months', { field: 'Due__c' }))]);
    org.insert('Lead', { Due__c: '2027-01-31T10:00:00.000Z' });
    expect(dueOf(org)).toEqual(['2027-02-28T10:00:00.000Z']);
  });

  test('a blank field and a time already past are never due', () => {
    const org = createFlowOrg([reminder(path('-1 Hours', { field: 'Due__c' }))]);
    org.insert('Lead', {});
    org.insert('Lead', { Due__c: '2026-11-20T16:30:00.000Z' });
    expect(dueOf(org)).toEqual([]);
  });
});

describe('when the record changes', () => {
  test('a path moves with its field, although the flow is not entered again', () => {
    const org = createFlowOrg([reminder(CHANGED + FLAGGED + path('1 Hours', { field: 'Due__c' }))]);
    const { id } = org.insert('Lead', { Flagged__c: true, Due__c: '2026-11-22T10:00:00.000Z' });
    org.update('Lead', { Id: id, Due__c: '2026-11-23T10:00:00.000Z' });
    expect(dueOf(org)).toEqual(['2026-11-23T11:00:00.000Z']);
    org.update('Lead', { Id: id, Due__c: null });
    expect(dueOf(org)).toEqual([]);
  });

  test('a path counted from the save stays where it is until the flow is entered again', () => {
    const org = createFlowOrg([reminder(CHANGED + FLAGGED + path('1 Hours'))]);
    const { id } = org.insert('Lead', { Flagged__c: true });
    org.setNow('2026-11-20T16:10:00.000Z');
    org.update('Lead', { Id: id, Name: 'Ada' });
    expect(dueOf(org)).toEqual(['2026-11-20T17:00:00.500Z']);
    org.update('Lead', { Id: id, Flagged__c: false });
    expect(dueOf(org)).toEqual([]);
    org.update('Lead', { Id: id, Flagged__c: true });
    expect(dueOf(org)).toEqual(['2026-11-20T17:10:00.000Z']);
  });

  test('a path of a flow that runs on create only is dropped as well', () => {
    const org = createFlowOrg([reminder(FLAGGED + path('1 Hours'), 'Create')]);
    const { id } = org.insert('Lead', { Flagged__c: true });
    org.update('Lead', { Id: id, Flagged__c: false });
    expect(dueOf(org)).toEqual([]);
    org.update('Lead', { Id: id, Flagged__c: true });
    expect(dueOf(org)).toEqual([]);
  });

  test('a save that is rolled back moves nothing', () => {
    const org = createFlowOrg([reminder(CHANGED + FLAGGED + path('1 Hours'))]);
    const { id } = org.insert('Lead', { Flagged__c: true });
    org.org.transact((transaction) => {
      const undo = transaction.savepoint();
      transaction.update('Lead', [{ Id: id, Flagged__c: false }]);
      undo();
    });
    expect(dueOf(org)).toHaveLength(1);
  });
});

describe('when its time comes', () => {
  test('paths of one flow run together, at most so many in a transaction, and a failing one alone is lost', () => {
    const refuse = (_object: string, row: Record<string, unknown>) =>
      row['Summary__c'] === 'reminded' && row['Name'] === 'L2'
        ? { statusCode: 'LOCKED', message: 'no', fields: [] }
        : undefined;
    const flow = reminder(path('1 Hours', { more: '<maxBatchSize>2</maxBatchSize>' }), 'Create');
    const { insert, engine, org, failures } = createFlowOrg([flow], { refuse });
    for (let count = 1; count <= 5; count += 1) insert('Lead', { Name: `L${count}` });
    const before = org.transactions();
    expect(engine.runDue(new Date('2026-11-20T18:00:00.000Z'))).toBe(5);
    expect(org.transactions() - before).toBe(3);
    expect(org.rows('Lead').filter((row) => row['Summary__c'] === 'reminded')).toHaveLength(4);
    expect(failures).toMatchObject([{ flow: 'Reminder', path: 'Later' }]);
  });

  test('the newest version of the flow decides', () => {
    const waiting = new Map();
    const first = createFlowOrg([reminder(path('1 Hours'))], { waiting });
    first.insert('Lead', { Name: 'Ada' });
    const second = createFlowOrg([], { waiting });
    expect(second.engine.runDue(new Date('2026-11-20T18:00:00.000Z'))).toBe(1);
    expect([first.org.rows('Lead')[0]?.['Summary__c'], first.engine.pending()]).toEqual([null, []]);
  });
});

test.each([
  ['IsChanged', filter('Flagged__c', 'IsChanged', true) + path('1 Hours'), 'IsChanged on Flagged__c has no meaning'],
  ['ISNEW()', `<filterFormula>ISNEW()</filterFormula>${path('1 Hours')}`, 'ISNEW has no meaning for a timed path'],
  ['a batch of 500', path('1 Hours', { more: '<maxBatchSize>500</maxBatchSize>' }), 'maxBatchSize 500'],
  ['a time before the save', path('-1 Hours'), 'before the event is in the past'],
  ['half an hour', path('0.5 Hours'), 'no whole number'],
])('%s is refused by name', (_what, inside, reason) => {
  expect(() => reminder(inside)).toThrow(reason);
});

test('a path that waits for something that is no date is refused', () => {
  expect(() => createFlowOrg([reminder(path('1 Hours', { field: 'Name' }))])).toThrow('not for a Text');
});
