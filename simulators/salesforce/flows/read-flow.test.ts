import { expect, test } from 'vitest';
import { condition, filter, flowOf, set, start, to, value } from '../testing/flow-xml.ts';

const node = (tag: string, inside: string, name = 'Step') => `<${tag}><name>${name}</name>${inside}</${tag}>`;
const after = start('Lead', { when: 'After', to: 'Step' });
const before = start('Lead', { when: 'Before', to: 'Step' });

test.each([
  ['an unknown element kind', `${node('waits', '')}${after}`, 'waits'],
  [
    'a screen without a user',
    `${node('screens', '<fields><name>T</name><fieldText>x</fieldText><fieldType>DisplayText</fieldType></fields>')}${after}`,
    'processType Flow',
  ],
  ['an unknown property', `${node('recordLookups', '<relatedRecords/>')}${after}`, 'relatedRecords'],
  ['an unknown operator', node('assignments', set('$Record.Name', 'x', 'RemoveAll')) + after, 'operator RemoveAll'],
  [
    'an unknown condition operator',
    node(
      'decisions',
      `<rules><name>R</name><conditionLogic>and</conditionLogic>${condition('$Record.Name', 'WasSet', true)}</rules>`,
    ) + after,
    'operator WasSet',
  ],
  ['an unknown action', node('actionCalls', '<actionType>emailSimple</actionType>') + after, 'actionType emailSimple'],
  ['a delete trigger', start('Lead', { when: 'After', saves: 'Delete' }), 'recordTriggerType Delete'],
  ['a platform event trigger', '<start><triggerType>PlatformEvent</triggerType></start>', 'triggerType PlatformEvent'],
  [
    'an unknown data type',
    `${start('Lead', { when: 'After' })}<variables><name>V</name><dataType>Apex</dataType></variables>`,
    'data type Apex',
  ],
  ['a connector to nowhere', after, 'start leads to Step'],
  ['an unknown reference', node('assignments', set('Nothing', 1)) + after, 'Step uses Nothing'],
  [
    'a field the lookup does not read',
    `${node('assignments', set('$Record.Name', '=Get.Status__c'))}${node('recordLookups', '<object>Check__c</object><queriedFields>Name</queriedFields><storeOutputAutomatically>true</storeOutputAutomatically>', 'Get')}${after}`,
    'Step uses Get.Status__c',
  ],
  [
    'a prior value on create',
    node('assignments', set('$Record.Name', '=$Record__Prior.Name')) +
      start('Lead', { when: 'After', to: 'Step', saves: 'Create' }),
    '$Record__Prior.Name has no meaning',
  ],
  [
    'IsChanged on create',
    start('Lead', { when: 'After', saves: 'Create', inside: filter('Name', 'IsChanged', true) }),
    'IsChanged on Name has no meaning',
  ],
  ['another run mode', `${start('Lead', { when: 'After' })}<runInMode>SystemModeWithSharing</runInMode>`, 'runInMode'],
  ['an unknown global', node('assignments', set('$Record.Name', '=$Setup.X.Y')) + after, '$Setup.X.Y'],
  [
    'an unknown function',
    `${start('Lead', { when: 'After', inside: '<filterFormula>NOSUCH()</filterFormula>' })}`,
    'Unknown function NOSUCH',
  ],
  [
    'a bare name in a formula',
    `${start('Lead', { when: 'After', inside: '<filterFormula>ISCHANGED($Record.Name)</filterFormula>' })}`,
    'stands without {!…}',
  ],
  [
    'a function for validation rules',
    start('Lead', { when: 'After', inside: '<filterFormula>ISCLONE()</filterFormula>' }),
    'ISCLONE() is documented for validation rules',
  ],
  [
    'a logic that leaves out a filter',
    start('Lead', {
      when: 'After',
      inside: `<filterLogic>1</filterLogic>${filter('Name', 'EqualTo', 'a')}${filter('Email', 'EqualTo', 'b')}`,
    }),
    'leaves out condition 2',
  ],
  ['a create before the save', node('recordCreates', '<object>Lead</object>') + before, 'may only touch $Record'],
  [
    'an action before the save',
    node(
      'actionCalls',
      '<actionName>Lead.M</actionName><actionType>outboundMessage</actionType><flowTransactionModel>CurrentTransaction</flowTransactionModel>',
    ) + before,
    'may only touch $Record',
  ],
  [
    'a message of another object',
    node(
      'actionCalls',
      '<actionName>Other.M</actionName><actionType>outboundMessage</actionType><flowTransactionModel>CurrentTransaction</flowTransactionModel>',
    ) + after,
    'is not one of Lead',
  ],
  [
    'an update of everything',
    node(
      'recordUpdates',
      `<inputAssignments><field>Name</field>${value('x')}</inputAssignments><object>Lead</object>`,
    ) + after,
    'it would touch every record',
  ],
])('%s is refused by name', (_what, inside, reason) => {
  expect(() => flowOf(inside)).toThrow(reason);
});

test('elements of one name that do not stand together are refused with the line, as by a deploy', () => {
  const variable = (name: string) => `<variables><name>${name}</name><dataType>String</dataType></variables>\n`;
  const inside = `${variable('A')}${start('Lead', { when: 'After' })}\n${variable('B')}`;
  expect(() => flowOf(inside)).toThrow(
    'Test_Flow.flow-meta.xml:3: Element variables is duplicated at this location in type Flow',
  );
});

test('names, order, start and connectors are read', () => {
  const flow = flowOf(
    `${node('assignments', set('$Record.Name', 'x') + to('Step'))}${before}<triggerOrder>5</triggerOrder>`,
    'Set_Name',
  );
  expect(flow).toMatchObject({ name: 'Set_Name', label: 'Set Name', isActive: true, triggerOrder: 5 });
  expect(flow.start).toMatchObject({ object: 'Lead', timing: 'before', events: { create: true, update: true } });
  expect(flow.nodes.get('Step')).toMatchObject({ kind: 'assignment', connector: 'Step' });
});
