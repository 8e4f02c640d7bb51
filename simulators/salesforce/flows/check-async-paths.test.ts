import { expect, test } from 'vitest';
import { condition, filter, flowOf, set, start, to } from '../testing/flow-xml.ts';

const CHANGED = filter('Name', 'IsChanged', true);
const REQUIRED = '<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>';
const PATH = `<scheduledPaths>${to('Step')}<pathType>AsyncAfterCommit</pathType></scheduledPaths>`;
const update = (value = 'done') =>
  `<recordUpdates><name>Step</name><inputAssignments><field>Score__c</field><value><stringValue>${value}</stringValue></value></inputAssignments><inputReference>$Record</inputReference></recordUpdates>`;
const flow = (elements: string, entry: string, saves = 'CreateAndUpdate') =>
  flowOf(elements + start('Lead', { when: 'After', saves, inside: entry + PATH }));
const decision = (rule: string) =>
  `<decisions><name>Step</name><rules><name>R</name><conditionLogic>and</conditionLogic>${rule}</rules></decisions>`;

test.each([
  ['a condition that looks for a change', CHANGED, 'CreateAndUpdate'],
  ['the wish for a change', REQUIRED + filter('Name', 'EqualTo', 'Bob'), 'CreateAndUpdate'],
  ['only new records', '', 'Create'],
])('%s sets off an asynchronous path', (_what, entry, saves) => {
  expect(flow(update(), entry, saves).start).toMatchObject({ scheduledPaths: [{ timing: { kind: 'async' } }] });
});

test.each([
  ['no condition', ''],
  ['a condition that an update meets again', filter('Name', 'EqualTo', 'Bob')],
  ['a formula that looks for a change', '<filterFormula>ISCHANGED({!$Record.Name})</filterFormula>'],
])('%s does not', (_what, entry) => {
  expect(() => flow(update(), entry)).toThrow('needs a condition with IsChanged');
});

test.each([
  ['a value from before the save', update('{!$Record__Prior.Name}'), '$Record__Prior.Name (Step)'],
  ['a decision on a change', decision(condition('$Record.Name', 'IsChanged', true)), 'IsChanged (Step)'],
  [
    'a decision that wants a change',
    decision(REQUIRED + condition('$Record.Name', 'EqualTo', 'a')),
    'IsChanged (Step)',
  ],
  [
    'a formula on a change',
    `${update('{!F}')}<formulas><name>F</name><dataType>Boolean</dataType><expression>ISCHANGED({!$Record.Name})</expression></formulas>`,
    'ISCHANGED (F)',
  ],
  [
    'a custom error further on',
    `<assignments><name>Step</name>${to('Refuse')}${set('V', 'a')}</assignments><customErrors><name>Refuse</name><customErrorMessages><errorMessage>No.</errorMessage></customErrorMessages></customErrors><variables><name>V</name><dataType>String</dataType></variables>`,
    'the custom error Refuse',
  ],
])('%s is refused behind it', (_what, elements, reason) => {
  expect(() => flow(elements, CHANGED, 'Update')).toThrow(`an asynchronous path cannot hold ${reason}`);
});
