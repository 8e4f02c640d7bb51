import { describe, expect, test } from 'vitest';
import { createFlowOrg } from '../testing/flow-org.ts';
import { assignment, filter, flowOf, input, launch, set, start, to, value, variable } from '../testing/flow-xml.ts';

const given = (name: string, what: string) => `<inputAssignments><name>${name}</name>${value(what)}</inputAssignments>`;
const taken = (name: string, target: string) =>
  `<outputAssignments><assignToReference>${target}</assignToReference><name>${name}</name></outputAssignments>`;
const subflow = (flow: string, inside = '', name = 'Call') =>
  `<subflows><name>${name}</name><flowName>${flow}</flowName>${inside}</subflows>`;
const AUTOMATIC = '<storeOutputAutomatically>true</storeOutputAutomatically>';

const GREET = flowOf(
  assignment('Greet', set('Greeting', 'Hello, {!Who}{!Mark}')) +
    launch('Greet') +
    variable('Greeting', 'String', { isOutput: true }) +
    variable('Mark', 'String', { isInput: true, value: '!' }) +
    variable('Who', 'String', { isInput: true }),
  'Greet',
);

/** Called after a lead is created; writes `Text` into the lead's summary. */
const caller = (call: string, text: string, name = 'Caller') =>
  flowOf(
    assignment('Keep', set('$Record.Summary__c', text) + to('Save')) +
      `<recordUpdates><name>Save</name><inputReference>$Record</inputReference></recordUpdates>` +
      start('Lead', { when: 'After', to: 'Call', saves: 'Create' }) +
      call +
      variable('Answer', 'String'),
    name,
  );

describe('a subflow', () => {
  test('takes what it is given, starts from its own values, and gives back its outputs', () => {
    const call = subflow('Greet', to('Keep') + given('Who', '=$Record.Name') + taken('Greeting', 'Answer'));
    const { insert, row } = createFlowOrg([caller(call, '=Answer'), GREET]);
    expect(row('Lead', insert('Lead', { Name: 'Ada' }).id)?.['Summary__c']).toBe('Hello, Ada!');
  });

  test('its outputs stand behind its name when they are stored automatically', () => {
    const call = subflow('Greet', to('Keep') + given('Who', '=$Record.Name') + given('Mark', '?') + AUTOMATIC);
    const { insert, row } = createFlowOrg([caller(call, '{!Call.Greeting}'), GREET]);
    expect(row('Lead', insert('Lead', { Name: 'Ada' }).id)?.['Summary__c']).toBe('Hello, Ada?');
  });

  test('gives back records with their fields', () => {
    const find = flowOf(
      `<recordLookups><name>Find</name><assignNullValuesIfNoRecordsFound>true</assignNullValuesIfNoRecordsFound>${filter('Name', 'EqualTo', 'One')}<getFirstRecordOnly>true</getFirstRecordOnly><object>Check__c</object><outputReference>Found</outputReference><queriedFields>Id</queriedFields></recordLookups>` +
        launch('Find') +
        '<variables><name>Found</name><dataType>SObject</dataType><isOutput>true</isOutput><objectType>Check__c</objectType></variables>',
      'Find_It',
    );
    const { insert, row } = createFlowOrg([
      caller(subflow('Find_It', to('Keep') + AUTOMATIC), '{!Call.Found.Note__c}'),
      find,
    ]);
    insert('Check__c', { Name: 'One', Note__c: 'noted' });
    expect(row('Lead', insert('Lead', {}).id)?.['Summary__c']).toBe('noted');
  });

  test('works in the transaction of its caller, whose row its fault takes back', () => {
    const creates = flowOf(
      `<recordCreates><name>Create</name>${to('Fail')}${input('Name', 'made')}<object>Check__c</object></recordCreates>` +
        `<recordUpdates><name>Fail</name>${filter('Name', 'EqualTo', 'made')}${input('Status__c', 'bad')}<object>Check__c</object></recordUpdates>` +
        launch('Create'),
      'Creates',
    );
    const refuse = (_object: string, row: Record<string, unknown>) =>
      row['Status__c'] === 'bad' ? { statusCode: 'INVALID_STATUS', message: 'no', fields: [] } : undefined;
    const { insert, org } = createFlowOrg([caller(subflow('Creates', to('Keep')), 'done'), creates], { refuse });
    expect(insert('Lead', {}).errors[0]?.message).toContain('tried to update records: INVALID_STATUS: no');
    expect([org.rows('Lead'), org.rows('Check__c')]).toEqual([[], []]);
  });

  test('that calls itself for ever is stopped', () => {
    const circle = flowOf(launch('Call') + subflow('Circle'), 'Circle');
    const { insert, org } = createFlowOrg([caller(subflow('Circle', to('Keep')), 'done'), circle]);
    expect(insert('Lead', {}).errors[0]?.message).toContain('flows call each other more than 50 times');
    expect(org.rows('Lead')).toEqual([]);
  });

  test('that is not active fails when it is called', () => {
    const draft = flowOf(
      `${launch('Greet')}${assignment('Greet', set('Who', 'x'))}${variable('Who', 'String')}<status>Draft</status>`,
      'Draft_Flow',
    );
    const { insert } = createFlowOrg([caller(subflow('Draft_Flow', to('Keep')), 'done'), draft]);
    expect(insert('Lead', {}).errors[0]?.message).toContain("the flow Draft_Flow isn't active");
  });
});

describe('a deployment refuses', () => {
  test.each([
    ['a subflow that is not there', subflow('Nobody', to('Keep')), 'Call: flow Nobody is not deployed'],
    ['a flow with a trigger as a subflow', subflow('Caller', to('Keep')), 'Caller is no autolaunched flow'],
    ['an unknown input', subflow('Greet', to('Keep') + given('Whom', 'x')), 'Greet has no input variable Whom'],
    ['an input that is an output', subflow('Greet', to('Keep') + given('Greeting', 'x')), 'no input variable Greeting'],
    ['an unknown output', subflow('Greet', to('Keep') + taken('Who', 'Answer')), 'Greet has no output variable Who'],
  ])('%s', (_what, call, reason) => {
    expect(() => createFlowOrg([caller(call, 'done'), GREET])).toThrow(reason);
  });

  test('a reference to an output that is not there', () => {
    const call = subflow('Greet', to('Keep') + AUTOMATIC);
    expect(() => createFlowOrg([caller(call, '{!Call.Nothing}'), GREET])).toThrow('no output variable Nothing');
  });

  test('outputs that are kept in two ways', () => {
    expect(() => caller(subflow('Greet', AUTOMATIC + taken('Greeting', 'Answer')), 'x')).toThrow('either');
  });
});

test('a collection keeps records as they were when they were added', () => {
  const flow = flowOf(
    assignment(
      'One',
      set('Check.Name', 'one') +
        set('All', '=Check', 'Add') +
        set('Check.Name', 'two') +
        set('All', '=Check', 'Add') +
        to('Save'),
    ) +
      '<recordCreates><name>Save</name><inputReference>All</inputReference></recordCreates>' +
      start('Lead', { when: 'After', to: 'One' }) +
      '<variables><name>All</name><dataType>SObject</dataType><isCollection>true</isCollection><objectType>Check__c</objectType></variables>' +
      '<variables><name>Check</name><dataType>SObject</dataType><objectType>Check__c</objectType></variables>',
  );
  const { insert, org } = createFlowOrg([flow]);
  expect(insert('Lead', {}).errors).toEqual([]);
  expect(org.rows('Check__c').map((row) => row['Name'])).toEqual(['one', 'two']);
});
