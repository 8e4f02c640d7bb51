import { describe, expect, test } from 'vitest';
import { createFlowOrg } from '../../testing/flow-org.ts';
import { USER } from '../../testing/fake-org.ts';
import {
  assignment,
  condition,
  filter,
  flowOf,
  input,
  launch,
  set,
  to,
  together,
  value,
  variable,
} from '../../testing/flow-xml.ts';
import type { FlowDefinition } from '../flow-definition.ts';

const screenFlow = (inside: string, name?: string) =>
  flowOf(together(`${inside}<processType>Flow</processType>`), name);
const REQUIRED = '<isRequired>true</isRequired>';

const field = (name: string, type: string, inside: string) =>
  `<fields><name>${name}</name>${inside}<fieldType>${type}</fieldType></fields>`;
const text = (name: string, inside = '') =>
  field(name, 'InputField', `<dataType>String</dataType><fieldText>${name}?</fieldText>${inside}`);
const display = (html: string, inside = '') => field('Said', 'DisplayText', `<fieldText>${html}</fieldText>${inside}`);
const screen = (name: string, inside: string) =>
  `<screens><name>${name}</name><label>${name} screen</label>${inside}</screens>`;
const rule = (name: string, inside: string) =>
  `<rules><name>${name}</name><conditionLogic>and</conditionLogic>${inside}</rules>`;
const choice = (name: string, label: string, given: string) =>
  `<choices><name>${name}</name><choiceText>${label}</choiceText><dataType>String</dataType>${value(given)}</choices>`;

/** An org with these flows, and the first of them started. */
function run(
  flow: FlowDefinition | FlowDefinition[],
  options: Parameters<typeof createFlowOrg>[1] & {
    inputs?: Record<string, unknown>;
    before?: (org: ReturnType<typeof createFlowOrg>) => void;
  } = {},
) {
  const flows = [flow].flat();
  const org = createFlowOrg(flows, options);
  options.before?.(org);
  const { screens } = org.engine;
  const first = screens.startInterview(USER, flows[0]?.name ?? '', options.inputs ?? {});
  const step = (action: 'NEXT' | 'FINISH' | 'BACK', answers: Record<string, unknown> = {}) =>
    screens.next(USER, first.id, { action, answers });
  return { ...org, screens, first, step };
}

const asks = screenFlow(
  screen('Ask', text('Who', REQUIRED) + to('Store')) +
    assignment('Store', set('Greeting', 'Hello {!Who}') + to('Tell')) +
    screen('Tell', display('&lt;b&gt;{!Greeting}&lt;/b&gt;')) +
    launch('Ask') +
    variable('Greeting', 'String', { isOutput: true }),
  'Asks',
);

describe('screens', () => {
  test('ask, go on with what was entered, and finish with the outputs', () => {
    const { first, step } = run(asks);
    expect(first).toMatchObject({
      status: 'STARTED',
      label: 'Asks',
      screen: { label: 'Ask screen', actions: ['NEXT'] },
    });
    const told = step('NEXT', { Who: 'Ada' });
    expect(told.screen).toMatchObject({
      actions: ['FINISH', 'BACK'],
      fields: [{ kind: 'display', html: '<b>Hello Ada</b>' }],
    });
    expect(step('FINISH')).toMatchObject({ status: 'FINISHED', outputs: { Greeting: 'Hello Ada' } });
  });

  test('what a user entered is never HTML', () => {
    expect(run(asks).step('NEXT', { Who: '<i>' }).screen?.fields).toMatchObject([{ html: '<b>Hello &lt;i&gt;</b>' }]);
  });

  test('stay until what is required is there', () => {
    const { step } = run(asks);
    const error = 'Please enter some valid input. Input is not optional.';
    expect(step('NEXT', { Who: '' }).screen).toMatchObject({ name: 'Ask', fields: [{ name: 'Who', error }] });
    expect(step('NEXT', { Who: 'Ada' }).screen?.name).toBe('Tell');
  });

  test('go back to what was entered', () => {
    const { step } = run(asks);
    step('NEXT', { Who: 'Ada' });
    expect(step('BACK').screen).toMatchObject({ name: 'Ask', actions: ['NEXT'], fields: [{ value: 'Ada' }] });
  });

  test('offer only the actions there are, to their own user', () => {
    const { first, step, screens } = run(asks);
    expect(() => step('BACK')).toThrow('action not available for interview: BACK');
    expect(() => screens.view({ ...USER, id: '005000000000009AAA' }, first.id)).toThrow('has no interview');
    expect(() => screens.startInterview(USER, 'Nobody')).toThrow('Nobody is no active screen flow');
  });
});

const formOf = (fields: string, more = '') =>
  screenFlow(screen('Form', fields + to('End')) + screen('End', display('end')) + launch('Form') + more, 'Form_Flow');

describe('input fields', () => {
  const typed = (type: string, inside = '') => field('In', 'InputField', `<dataType>${type}</dataType>${inside}`);
  test.each([
    ['Number', '12', undefined],
    ['Number', 'many', 'Please enter a valid number.'],
    ['Boolean', true, undefined],
    ['Date', '2026-12-24', undefined],
    ['Date', 'soon', 'Please enter a valid date.'],
    ['DateTime', '2026-12-24T10:00Z', undefined],
  ])('%s takes %s: %s', (type, entered, error) => {
    const { step } = run(formOf(typed(type)));
    const view = step('NEXT', { In: entered });
    if (error === undefined) expect(view.screen?.name).toBe('End');
    else expect(view.screen?.fields).toMatchObject([{ value: entered, error }]);
  });

  test('a long text and defaults', () => {
    const long = field(
      'Long',
      'LargeTextArea',
      value('By {!$User.Email}', 'defaultValue') + '<fieldText>Why?</fieldText>',
    );
    const box = typed('Boolean', value(true, 'defaultValue'));
    expect(run(formOf(long + box)).first.screen?.fields).toMatchObject([
      { kind: 'input', isLong: true, value: 'By rita@example.org', label: 'Why?' },
      { type: 'Checkbox', value: true },
    ]);
  });

  test('a rule of the field is told in its words, but not for a blank that may be blank', () => {
    const rule =
      '<validationRule><errorMessage>At least 3.</errorMessage><formulaExpression>LEN({!In}) &gt;= 3</formulaExpression></validationRule>';
    const flow = formOf(typed('String', rule));
    expect(run(flow).step('NEXT', { In: 'ab' }).screen?.fields).toMatchObject([{ error: 'At least 3.' }]);
    expect(run(flow).step('NEXT', { In: 'abc' }).screen?.name).toBe('End');
    expect(run(flow).step('NEXT', { In: '' }).screen?.name).toBe('End');
  });

  test('a field that is not visible is neither shown nor asked', () => {
    const hidden = `<visibilityRule><conditionLogic>and</conditionLogic>${condition('Show', 'EqualTo', true)}</visibilityRule>`;
    const flow = formOf(
      text('Seen') + text('Hidden', REQUIRED + hidden),
      variable('Show', 'Boolean', { isInput: true }),
    );
    const { first, step } = run(flow);
    expect(first.screen?.fields.map(({ name }) => name)).toEqual(['Seen']);
    expect(step('NEXT').screen?.name).toBe('End');
    expect(run(flow, { inputs: { Show: true } }).first.screen?.fields).toHaveLength(2);
  });

  test('a field can be told to forget what was entered', () => {
    const { step } = run(formOf(text('In', '<inputsOnNextNavToAssocScrn>ResetValues</inputsOnNextNavToAssocScrn>')));
    step('NEXT', { In: 'once' });
    expect(step('BACK').screen?.fields).toMatchObject([{ value: null }]);
  });
});

describe('choices', () => {
  const references = (...names: string[]) =>
    names.map((name) => `<choiceReferences>${name}</choiceReferences>`).join('');
  const pick = (names: string[], inside = '', shape = 'DropdownBox') =>
    field('Pick', shape, `${references(...names)}<dataType>String</dataType>${inside}<fieldText>Which?</fieldText>`);
  const records = (inside = '') =>
    `<dynamicChoiceSets><name>Checks</name><dataType>String</dataType><displayField>Name</displayField>${filter('Status__c', 'EqualTo', 'Open')}<object>Check__c</object>${inside}<sortField>Name</sortField><sortOrder>Desc</sortOrder><valueField>Id</valueField></dynamicChoiceSets>`;
  const before = ({ insert }: ReturnType<typeof createFlowOrg>) => {
    for (const Name of ['A', 'B', 'C'])
      insert('Check__c', { Name, Status__c: Name === 'B' ? 'Closed' : 'Open', Note__c: `note ${Name}` });
  };

  test('are written in the flow, one of them chosen first', () => {
    const flow = formOf(
      pick(['Yes', 'No'], '<defaultSelectedChoiceReference>No</defaultSelectedChoiceReference>', 'RadioButtons'),
      choice('No', 'No, thanks', 'n') + choice('Yes', 'Yes, please', 'y'),
    );
    expect(run(flow).first.screen?.fields).toMatchObject([
      {
        kind: 'radio',
        value: 'n',
        choices: [
          { label: 'Yes, please', value: 'y' },
          { label: 'No, thanks', value: 'n' },
        ],
      },
    ]);
    expect(run(flow).step('NEXT', { Pick: 'maybe' }).screen?.fields).toMatchObject([
      { error: 'Please enter a valid value.' },
    ]);
  });

  test('come from records, and keep fields of the one chosen', () => {
    const outputs =
      '<outputAssignments><assignToReference>Note</assignToReference><field>Note__c</field></outputAssignments>';
    const flow = screenFlow(
      screen('Form', pick(['Checks'], REQUIRED) + to('End')) +
        screen('End', display('{!Note} of {!Pick}')) +
        launch('Form') +
        records(outputs) +
        variable('Note', 'String'),
    );
    const { first, step, org } = run(flow, { before });
    const [a] = org.rows('Check__c');
    expect(first.screen?.fields).toMatchObject([
      { kind: 'dropdown', choices: [{ label: 'C' }, { label: 'A', value: a?.['Id'] }] },
    ]);
    expect(step('NEXT', {}).screen?.fields).toMatchObject([{ error: expect.stringContaining('not optional') }]);
    expect(step('NEXT', { Pick: a?.['Id'] }).screen?.fields).toMatchObject([
      { html: `note A of ${String(a?.['Id'])}` },
    ]);
  });

  test('come from a collection of the flow', () => {
    const set =
      '<dynamicChoiceSets><name>Found</name><collectionReference>Get</collectionReference><dataType>String</dataType><displayField>Name</displayField><object>Check__c</object><valueField>Note__c</valueField></dynamicChoiceSets>';
    const get = `<recordLookups><name>Get</name>${to('Form')}<getFirstRecordOnly>false</getFirstRecordOnly><object>Check__c</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>`;
    const flow = screenFlow(screen('Form', pick(['Found'])) + launch('Get') + get + set);
    expect(run(flow, { before }).first.screen?.fields).toMatchObject([
      { choices: [{ value: 'note A' }, { value: 'note B' }, { value: 'note C' }] },
    ]);
  });

  test('decide where the flow goes', () => {
    const flow = screenFlow(
      screen('Form', pick(['No', 'Yes']) + to('Branch')) +
        `<decisions><name>Branch</name>${to('Nothing', 'defaultConnector')}${rule('Yes_Chosen', condition('Pick', 'EqualTo', '=Yes') + to('Well'))}</decisions>` +
        screen('Nothing', display('nothing')) +
        screen('Well', display('well')) +
        launch('Form') +
        choice('No', 'No', 'n') +
        choice('Yes', 'Yes', 'y'),
    );
    expect(run(flow).step('NEXT', { Pick: 'y' }).screen?.name).toBe('Well');
    expect(run(flow).step('NEXT', { Pick: 'n' }).screen?.name).toBe('Nothing');
  });
});

describe('between screens', () => {
  const create = (inside = '') =>
    `<recordCreates><name>Create</name>${inside}${input('Name', '=Who')}<object>Check__c</object></recordCreates>`;
  const refuse = (object: string, row: Record<string, unknown>) =>
    object === 'Check__c' && row['Name'] === 'bad'
      ? { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Not this one.', fields: [] }
      : undefined;
  const ask = (end: string) => screen('Ask', text('Who') + to('Create')) + end + launch('Ask');
  const done = screen('Done', display('done'));

  test('what was written is committed when the next screen comes', () => {
    const { step, org } = run(screenFlow(ask(create(to('Done')) + done)));
    step('NEXT', { Who: 'Ada' });
    expect(org.rows('Check__c')).toHaveLength(1);
  });

  test('a refusal can be told on a screen, and mended', () => {
    const sorry = screen('Sorry', display('{!$Flow.FaultMessage}') + to('Ask'));
    const { step, org } = run(screenFlow(ask(create(to('Done') + to('Sorry', 'faultConnector')) + done + sorry)), {
      refuse,
    });
    expect(step('NEXT', { Who: 'bad' }).screen?.fields).toMatchObject([
      { html: expect.stringContaining('Not this one.') },
    ]);
    step('NEXT');
    expect(step('NEXT', { Who: 'good' }).screen?.name).toBe('Done');
    expect(org.rows('Check__c')).toMatchObject([{ Name: 'good' }]);
  });

  test('a fault nobody catches ends the flow, takes back that step alone, and is reported', () => {
    const again = screen('Again', text('More') + to('Second'));
    const second = `<recordCreates><name>Second</name>${to('Third')}${input('Name', 'second')}<object>Check__c</object></recordCreates>`;
    const third = `<recordCreates><name>Third</name>${input('Name', '=More')}<object>Check__c</object></recordCreates>`;
    const all = screen('Ask', text('Who') + to('Create')) + again + create(to('Again')) + second + third;
    const flow = screenFlow(all + launch('Ask'), 'Steps');
    const { step, org, failures } = run(flow, { refuse });
    step('NEXT', { Who: 'first' });
    const stopped = step('NEXT', { More: 'bad' });
    expect(stopped).toMatchObject({
      status: 'ERROR',
      message: expect.stringMatching(/^An unhandled fault has occurred/),
    });
    expect(org.rows('Check__c')).toMatchObject([{ Name: 'first' }]);
    expect(failures).toMatchObject([
      { flow: 'Steps', path: 'Screen', message: expect.stringContaining('Not this one.') },
    ]);
    expect(() => step('NEXT')).toThrow('action not available');
  });

  test('a loop shows a screen for each record', () => {
    const flow = screenFlow(
      `<recordLookups><name>Get</name>${to('Each')}${filter('Id', 'In', '=ids')}<getFirstRecordOnly>false</getFirstRecordOnly><object>Lead</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>` +
        `<loops><name>Each</name><collectionReference>Get</collectionReference>${to('Show', 'nextValueConnector')}${to('Done', 'noMoreValuesConnector')}</loops>` +
        screen('Show', display('{!Each.Name}') + to('Each')) +
        done +
        launch('Get') +
        variable('ids', 'String', { isInput: true, isCollection: true }),
    );
    const org = createFlowOrg([flow]);
    const ids = ['Ada', 'Bob', 'Cy'].map((Name) => org.insert('Lead', { Name }).id);
    const first = org.engine.screens.startInterview(USER, flow.name, { ids: [ids[0], ids[2]] });
    const next = () => org.engine.screens.next(USER, first.id, { action: 'NEXT' });
    expect([first, next(), next()].map((view) => view.screen?.fields[0])).toMatchObject([
      { html: 'Ada' },
      { html: 'Cy' },
      { html: 'done' },
    ]);
  });
});

test.each([
  [
    'a component',
    screen('S', field('C', 'ComponentInstance', '<extensionName>flowruntime:toggle</extensionName>')),
    'screen component flowruntime:toggle is not supported',
  ],
  ['another kind of field', screen('S', field('C', 'MultiSelectCheckboxes', '')), 'fieldType MultiSelectCheckboxes'],
  ['an empty screen', screen('S', ''), 'the screen is empty'],
  [
    'a visibility by a field of the same screen',
    screen(
      'S',
      text('A') +
        text(
          'B',
          `<visibilityRule><conditionLogic>and</conditionLogic>${condition('A', 'EqualTo', 'x')}</visibilityRule>`,
        ),
    ),
    'field B: a visibility by A on the same screen',
  ],
  [
    'a custom error',
    '<customErrors><name>S</name><customErrorMessages><errorMessage>No</errorMessage><isFieldError>false</isFieldError></customErrorMessages></customErrors>',
    'needs a record-triggered flow',
  ],
  [
    'a choice that is not there',
    screen('S', field('P', 'DropdownBox', '<choiceReferences>Gone</choiceReferences><dataType>String</dataType>')),
    'S uses Gone',
  ],
])('%s is refused by name', (_what, inside, reason) => {
  expect(() => screenFlow(inside + launch('S'))).toThrow(reason);
});

test('inputs that are not there or do not fit are refused', () => {
  const flow = formOf(text('In'), variable('ids', 'String', { isInput: true, isCollection: true }));
  const { screens } = run(flow, { inputs: { ids: 'a,b' } });
  expect(() => screens.startInterview(USER, flow.name, { id: 'x' })).toThrow('no input variable id');
  expect(() => screens.startInterview(USER, flow.name, { ids: 3 })).toThrow('input ids is a list');
});
