import { describe, expect, test } from 'vitest';
import { createFlowOrg } from '../testing/flow-org.ts';
import { condition, filter, flowOf, input, set, start, to, value } from '../testing/flow-xml.ts';

const CHANGED = '<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>';
const COMMAND =
  '<actionName>Check__c.Command</actionName><actionType>outboundMessage</actionType><flowTransactionModel>CurrentTransaction</flowTransactionModel>';

function assignments(name: string, inside: string): string {
  return `<assignments><name>${name}</name>${inside}</assignments>`;
}

function rule(name: string, inside: string): string {
  return `<rules><name>${name}</name><conditionLogic>and</conditionLogic>${inside}</rules>`;
}

function customError(name: string, message: string, field?: string): string {
  const selection = field ? `<fieldSelection>${field}</fieldSelection>` : '';
  return `<customErrors><name>${name}</name><customErrorMessages><errorMessage>${message}</errorMessage>${selection}<isFieldError>${Boolean(field)}</isFieldError></customErrorMessages></customErrors>`;
}

const countUp = (name: string, order?: number) =>
  flowOf(
    assignments('Step', set('$Record.Summary__c', name, 'Add')) +
      start('Lead', { when: 'Before', to: 'Step' }) +
      (order ? `<triggerOrder>${order}</triggerOrder>` : ''),
    name,
  );

describe('before the save', () => {
  test('assignments to $Record change the row that is saved, with types kept', () => {
    const flow = flowOf(
      assignments(
        'Step',
        set('$Record.Started__c', '=$Flow.CurrentDateTime') +
          set('$Record.Count__c', '=Next') +
          set('$Record.Key__c', '{!$Record.Name}-{!$User.Id}') +
          set('$Record.Note__c', '=$GlobalConstant.EmptyString'),
      ) +
        '<formulas><name>Next</name><dataType>Number</dataType><expression>BLANKVALUE({!$Record__Prior.Count__c}, 0) + 1.4</expression><scale>0</scale></formulas>' +
        start('Check__c', { when: 'Before', to: 'Step' }),
    );
    const { insert, update, row } = createFlowOrg([flow]);
    const { id } = insert('Check__c', { Name: 'A', Note__c: 'old' });
    expect(row('Check__c', id)).toMatchObject({
      Started__c: '2026-11-20T16:00:00.000Z',
      Count__c: 1,
      Key__c: 'A-005000000000001AAA',
      Note__c: null,
    });
    update('Check__c', { Id: id, Name: 'B' });
    expect(row('Check__c', id)).toMatchObject({ Count__c: 2, Key__c: 'B-005000000000001AAA' });
  });

  test('flows run by trigger order, then by name', () => {
    const { insert, row } = createFlowOrg([
      countUp('Zulu'),
      countUp('Last', 20),
      countUp('First', 10),
      countUp('Alpha'),
    ]);
    expect(row('Lead', insert('Lead', {}).id)?.['Summary__c']).toBe('FirstLastAlphaZulu');
  });

  test('a draft does not run', () => {
    const draft = flowOf(
      `${assignments('Step', set('$Record.Name', 'x'))}${start('Lead', { when: 'Before', to: 'Step' })}<status>Draft</status>`,
    );
    const { insert, row } = createFlowOrg([draft]);
    expect(row('Lead', insert('Lead', { Name: 'Ada' }).id)?.['Name']).toBe('Ada');
  });

  test('a custom error refuses the row with its words and field', () => {
    const flow = flowOf(
      `${customError('Step', 'No, {!$Record.Name}.', 'Email')}${start('Lead', { when: 'Before', to: 'Step' })}`,
    );
    const { insert, org } = createFlowOrg([flow]);
    expect(insert('Lead', { Name: 'Ada' }).errors).toEqual([
      { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'No, Ada.', fields: ['Email'] },
    ]);
    expect(org.rows('Lead')).toEqual([]);
  });

  test('words longer than 255 characters are no error a save can be refused with', () => {
    const words = 'x'.repeat(254);
    const flow = flowOf(
      `${customError('Step', `${words}{!$Record.Name}`)}${start('Lead', { when: 'Before', to: 'Step' })}`,
    );
    const { insert } = createFlowOrg([flow]);
    expect(insert('Lead', { Name: 'A' }).errors).toMatchObject([{ message: `${words}A` }]);
    expect(insert('Lead', { Name: 'Ada' }).errors).toMatchObject([{ statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER' }]);
  });

  test('a value of the wrong type stops the save with the words of the platform', () => {
    const flow = flowOf(
      `${assignments('Step', set('$Record.Score__c', 'many'))}${start('Lead', { when: 'Before', to: 'Step' })}`,
      'Bad_Flow',
    );
    const { insert } = createFlowOrg([flow]);
    const [error] = insert('Lead', {}).errors;
    expect(error?.statusCode).toBe('CANNOT_EXECUTE_FLOW_TRIGGER');
    expect(error?.message).toContain("We can't save this record because the “Bad Flow” process failed.");
    expect(error?.message).toContain('Lead.Score__c');
  });
});

describe('entry conditions', () => {
  const counting = (inside: string, saves?: string) =>
    flowOf(
      assignments('Step', set('$Record.Score__c', 1, 'Add')) +
        start('Lead', { when: 'Before', to: 'Step', inside, ...(saves ? { saves } : {}) }),
    );
  const countAfter = (inside: string, saves?: string) => {
    const { insert, update, row } = createFlowOrg([counting(inside, saves)]);
    const { id } = insert('Lead', { Name: 'Ada', Flagged__c: true });
    const seen = [row('Lead', id)?.['Score__c']];
    for (const change of [{ Email: 'a@example.org' }, { Flagged__c: false }, { Flagged__c: true }]) {
      update('Lead', { Id: id, ...change });
      seen.push(row('Lead', id)?.['Score__c']);
    }
    return seen;
  };

  test.each([
    ['none', '', undefined, [1, 2, 3, 4]],
    ['only on create', '', 'Create', [1, 1, 1, 1]],
    ['only on update', '', 'Update', [null, 1, 2, 3]],
    ['a filter', filter('Flagged__c', 'EqualTo', true), undefined, [1, 2, 2, 3]],
    ['a filter that has to become true', CHANGED + filter('Flagged__c', 'EqualTo', true), undefined, [1, 1, 1, 2]],
    ['IsChanged', filter('Flagged__c', 'IsChanged', true), undefined, [null, null, 1, 2]],
    ['IsNull', filter('Email', 'IsNull', false), undefined, [null, 1, 2, 3]],
    [
      'or',
      `<filterLogic>or</filterLogic>${filter('Name', 'EqualTo', 'Bob')}${filter('Flagged__c', 'IsChanged', true)}`,
      undefined,
      [null, null, 1, 2],
    ],
    [
      'a custom logic',
      `<filterLogic>1 AND (2 OR NOT 3)</filterLogic>${filter('Name', 'StartsWith', 'A')}${filter('Email', 'IsNull', true)}${filter('Flagged__c', 'EqualTo', true)}`,
      undefined,
      [1, 1, 2, 2],
    ],
    [
      'a formula',
      '<filterFormula>OR(ISNEW(), ISCHANGED({!$Record.Flagged__c}))</filterFormula>',
      undefined,
      [1, 1, 2, 3],
    ],
    [
      'a formula that has to become true',
      `${CHANGED}<filterFormula>{!$Record.Flagged__c}</filterFormula>`,
      undefined,
      [1, 1, 1, 2],
    ],
    ['a permission', '<filterFormula>NOT({!$Permission.Write})</filterFormula>', undefined, [null, null, null, null]],
  ])('%s', (_name, inside, saves, expected) => {
    expect(countAfter(inside, saves)).toEqual(expected);
  });
});

describe('after the save', () => {
  const createsCheck = (extra = '', create = '') =>
    flowOf(
      `${extra}<recordCreates><name>Create</name>${create}${input('Lead__c', '=$Record.Id')}${input('Status__c', 'Requested')}<object>Check__c</object><storeOutputAutomatically>true</storeOutputAutomatically></recordCreates>` +
        start('Lead', { when: 'After', to: 'Create', saves: 'Create' }),
      'Creates_Check',
    );

  test('a record is created and knows its parent', () => {
    const { insert, org } = createFlowOrg([createsCheck()]);
    const { id } = insert('Lead', { Name: 'Ada' });
    expect(org.rows('Check__c')).toMatchObject([{ Lead__c: id, Status__c: 'Requested' }]);
  });

  const refuse = (object: string) =>
    object === 'Check__c'
      ? { statusCode: 'DUPLICATE_VALUE', message: 'duplicate value found: Key__c', fields: [] }
      : undefined;

  test('an uncaught fault takes the row back and says which write was refused', () => {
    const { insert, org } = createFlowOrg([createsCheck()], { refuse });
    const [error] = insert('Lead', { Name: 'Ada' }).errors;
    expect(error?.statusCode).toBe('CANNOT_EXECUTE_FLOW_TRIGGER');
    expect(error?.message).toContain(
      'This error occurred when the flow tried to create records: DUPLICATE_VALUE: duplicate value found: Key__c.',
    );
    expect(org.rows('Lead')).toEqual([]);
  });

  test('a fault path catches it and knows the message', () => {
    const fault = customError('Explain', 'Sorry: {!$Flow.FaultMessage}');
    const { insert } = createFlowOrg([createsCheck(fault, to('Explain', 'faultConnector'))], { refuse });
    const [error] = insert('Lead', {}).errors;
    expect(error?.statusCode).toBe('FIELD_CUSTOM_VALIDATION_EXCEPTION');
    expect(error?.message).toMatch(
      /^Sorry: This error occurred when the flow tried to create records: DUPLICATE_VALUE/,
    );
  });

  test('a formula that cannot be calculated is a fault as well', () => {
    const flow = flowOf(
      `${customError('Explain', 'Sorry: {!$Flow.FaultMessage}')}<formulas><name>Number</name><dataType>Number</dataType><expression>VALUE({!$Record.Name})</expression></formulas><recordUpdates><name>Step</name>${to('Explain', 'faultConnector')}${input('Score__c', '=Number')}<inputReference>$Record</inputReference></recordUpdates>${start('Lead', { when: 'After', to: 'Step' })}`,
    );
    const { insert } = createFlowOrg([flow]);
    expect(insert('Lead', { Name: 'Ada' }).errors[0]?.message).toMatch(/^Sorry: Formula VALUE.*"Ada" is not a number/);
  });

  test('of several rows only the refused one is lost', () => {
    const flow = flowOf(
      `${customError('Step', 'No.')}${start('Lead', { when: 'After', to: 'Step', inside: filter('Name', 'EqualTo', 'Bob') })}`,
    );
    const { org } = createFlowOrg([createsCheck(), flow]);
    const results = org.transact((transaction) =>
      transaction.insert('Lead', [{ Name: 'Ada' }, { Name: 'Bob' }, { Name: 'Cy' }]),
    );
    expect(results.map((result) => result.errors.length)).toEqual([0, 1, 0]);
    expect(org.rows('Lead').map((row) => row['Name'])).toEqual(['Ada', 'Cy']);
    expect(org.rows('Check__c')).toHaveLength(2);
  });

  test('a flow that updates its own record does not enter itself again', () => {
    const flow = flowOf(
      `<recordUpdates><name>Step</name>${input('Score__c', '=Next')}<inputReference>$Record</inputReference></recordUpdates>` +
        '<formulas><name>Next</name><dataType>Number</dataType><expression>BLANKVALUE({!$Record.Score__c}, 0) + 1</expression></formulas>' +
        start('Lead', { when: 'After', to: 'Step' }),
    );
    const { insert, row } = createFlowOrg([flow]);
    expect(row('Lead', insert('Lead', { Score__c: 4 }).id)?.['Score__c']).toBe(5);
  });

  test('records that keep creating records are stopped', () => {
    const flow = flowOf(
      `<recordCreates><name>Step</name>${input('Name', 'again')}<object>Lead</object></recordCreates>${start('Lead', { when: 'After', to: 'Step' })}`,
    );
    const { insert, org } = createFlowOrg([flow]);
    expect(insert('Lead', {}).errors[0]?.message).toContain('Maximum trigger depth exceeded');
    expect(org.rows('Lead')).toEqual([]);
  });

  test('decisions, lookups, loops and collections work together', () => {
    const flow = flowOf(
      assignments('Count', set('Names', '=Each.Name', 'AddItem') + set('Total', 1, 'Add') + to('Each')) +
        assignments('Report', set('$Record.Summary__c', '{!Total} of {!First.Name}: {!Text}') + to('Save')) +
        `<decisions><name>Any</name>${to('Report', 'defaultConnector')}${rule('Some', condition('All', 'IsNull', false) + to('Each'))}</decisions>` +
        `<loops><name>Each</name><collectionReference>All</collectionReference><iterationOrder>Asc</iterationOrder>${to('Count', 'nextValueConnector')}${to('Report', 'noMoreValuesConnector')}</loops>` +
        `<recordLookups><name>First</name>${to('All')}<filterLogic>and</filterLogic>${filter('Lead__c', 'EqualTo', '=$Record.Id')}<getFirstRecordOnly>true</getFirstRecordOnly><object>Check__c</object><sortField>Name</sortField><sortOrder>Desc</sortOrder><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>` +
        `<recordLookups><name>All</name>${to('Any')}${filter('Lead__c', 'EqualTo', '=$Record.Id')}<getFirstRecordOnly>false</getFirstRecordOnly><object>Check__c</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>` +
        `<recordUpdates><name>Save</name><inputReference>$Record</inputReference></recordUpdates>` +
        start('Lead', { when: 'After', to: 'First', saves: 'Update' }) +
        '<textTemplates><name>Text</name><isViewedAsPlainText>true</isViewedAsPlainText><text>{!$Label.Hello}</text></textTemplates>' +
        `<variables><name>Names</name><dataType>String</dataType><isCollection>true</isCollection></variables>` +
        `<variables><name>Total</name><dataType>Number</dataType>${value(0)}</variables>`,
    );
    const { insert, update, row } = createFlowOrg([flow]);
    const { id } = insert('Lead', { Name: 'Ada' });
    for (const Name of ['one', 'two']) insert('Check__c', { Name, Lead__c: id });
    insert('Check__c', { Name: 'zzz' });
    expect(update('Lead', { Id: id, Email: 'a@example.org' }).errors).toEqual([]);
    expect(row('Lead', id)?.['Summary__c']).toBe('2 of two: Good day');
  });

  test('a field of a record that was not found is a fault, as on the platform', () => {
    const flow = flowOf(
      assignments('Use', set('Found', '=Get.Name')) +
        `<recordLookups><name>Get</name>${to('Use')}${filter('Name', 'EqualTo', 'nobody')}<getFirstRecordOnly>true</getFirstRecordOnly><object>Check__c</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>` +
        start('Lead', { when: 'After', to: 'Get' }) +
        '<variables><name>Found</name><dataType>String</dataType></variables>',
    );
    const { insert } = createFlowOrg([flow]);
    expect(insert('Lead', {}).errors[0]?.message).toContain(
      "The flow failed to access the value for Get.Name because it hasn't been set or assigned.",
    );
  });

  test('updates by filter compare texts without case and write only what differs', () => {
    const flow = flowOf(
      `<recordUpdates><name>Step</name><filterLogic>and</filterLogic>${filter('Lead__c', 'EqualTo', '=$Record.Id')}${filter('Note__c', 'NotEqualTo', '=$Record.Name')}${input('Note__c', '=$Record.Name')}<object>Check__c</object></recordUpdates>` +
        start('Lead', { when: 'After', to: 'Step', saves: 'Update' }),
    );
    const { insert, update, row } = createFlowOrg([flow]);
    const { id } = insert('Lead', { Name: 'Ada' });
    const [same, blank] = [insert('Check__c', { Lead__c: id, Note__c: 'ada' }), insert('Check__c', { Lead__c: id })];
    update('Lead', { Id: id, Score__c: 1 });
    expect(row('Check__c', same.id)?.['Note__c']).toBe('ada');
    expect(row('Check__c', blank.id)?.['Note__c']).toBe('Ada');
  });

  test('records are deleted by filter', () => {
    const flow = flowOf(
      `<recordDeletes><name>Step</name>${filter('Lead__c', 'EqualTo', '=$Record.Id')}<object>Check__c</object></recordDeletes>` +
        start('Lead', { when: 'After', to: 'Step', saves: 'Update' }),
    );
    const { insert, update, org } = createFlowOrg([flow]);
    const { id } = insert('Lead', {});
    insert('Check__c', { Lead__c: id });
    update('Lead', { Id: id });
    expect(org.rows('Check__c')).toEqual([]);
  });
});

describe('messages and notifications', () => {
  const sends = flowOf(
    `<actionCalls><name>Send</name>${COMMAND}</actionCalls>${start('Check__c', { when: 'After', to: 'Send' })}`,
    'Sends',
  );

  test('an outbound message leaves after the commit', () => {
    const { org, messages } = createFlowOrg([sends]);
    const during = org.transact((transaction) => {
      transaction.insert('Check__c', [{}]);
      return messages.length;
    });
    expect(during).toBe(0);
    expect(messages).toEqual([{ name: 'Check__c.Command', recordId: org.rows('Check__c')[0]?.['Id'] }]);
  });

  test('nothing leaves for a row that was refused', () => {
    const refuses = flowOf(
      `${customError('Step', 'No.')}${start('Check__c', { when: 'After', to: 'Step' })}`,
      'Then_Refuses',
    );
    const { insert, messages } = createFlowOrg([sends, refuses]);
    expect(insert('Check__c', {}).errors).toHaveLength(1);
    expect(messages).toEqual([]);
  });

  test('a message that is not deployed is refused when the flow is loaded', () => {
    const other = flowOf(
      `<actionCalls><name>Send</name>${COMMAND.replaceAll('Command', 'Other')}</actionCalls>${start('Check__c', { when: 'After', to: 'Send' })}`,
    );
    expect(() => createFlowOrg([other])).toThrow('outbound message Check__c.Other is not deployed');
  });

  test('a custom notification is looked up by name and told to its recipients', () => {
    const parameter = (name: string, given: string) =>
      `<inputParameters><name>${name}</name>${value(given)}</inputParameters>`;
    const flow = flowOf(
      `<actionCalls><name>Tell</name><actionName>customNotificationAction</actionName><actionType>customNotificationAction</actionType><flowTransactionModel>CurrentTransaction</flowTransactionModel>${parameter('customNotifTypeId', '=Type.Id')}${parameter('recipientIds', '=People')}${parameter('title', 'News')}${parameter('body', 'About {!$Record.Name}')}${parameter('targetId', '=$Record.Id')}</actionCalls>` +
        assignments('Add', set('People', '=$Record.OwnerId', 'Add') + to('Tell')) +
        `<recordLookups><name>Type</name>${to('Add')}${filter('DeveloperName', 'EqualTo', 'Alert')}<getFirstRecordOnly>true</getFirstRecordOnly><object>CustomNotificationType</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>` +
        start('Lead', { when: 'After', to: 'Type' }) +
        '<variables><name>People</name><dataType>String</dataType><isCollection>true</isCollection></variables>',
    );
    const { insert, notifications } = createFlowOrg([flow]);
    const type = insert('CustomNotificationType', { DeveloperName: 'Alert' });
    const lead = insert('Lead', { Name: 'Ada', OwnerId: '005000000000002AAA' });
    expect(notifications).toEqual([
      { typeId: type.id, recipientIds: ['005000000000002AAA'], title: 'News', body: 'About Ada', targetId: lead.id },
    ]);
  });
});

describe('paths for later', () => {
  const step = (options: { inside: string; extra?: string }) =>
    flowOf(
      `${options.extra ?? ''}<recordUpdates><name>Step</name>${input('Summary__c', 'done by {!$Record.Name}')}<inputReference>$Record</inputReference></recordUpdates>` +
        start('Lead', { when: 'After', saves: 'Update', inside: options.inside }),
      'Later',
    );
  const async = `${filter('Flagged__c', 'IsChanged', true)}<scheduledPaths>${to('Step')}<pathType>AsyncAfterCommit</pathType></scheduledPaths>`;

  test('an asynchronous path runs after the commit, with the record as it is then', () => {
    const { insert, org, row } = createFlowOrg([step({ inside: async })]);
    const { id } = insert('Lead', { Name: 'Ada' });
    const during = org.transact((transaction) => {
      transaction.update('Lead', [{ Id: id, Name: 'Eve', Flagged__c: true }]);
      return transaction.read('Lead', String(id))?.['Summary__c'];
    });
    expect(during).toBeNull();
    expect(row('Lead', id)?.['Summary__c']).toBe('done by Eve');
  });

  test('a fault after the commit leaves the save alone and is reported', () => {
    const refuse = (_object: string, row: Record<string, unknown>) =>
      row['Summary__c']
        ? { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'locked', fields: [] }
        : undefined;
    const { insert, update, failures } = createFlowOrg([step({ inside: async })], { refuse });
    const { id } = insert('Lead', { Name: 'Ada' });
    expect(update('Lead', { Id: id, Flagged__c: true }).errors).toEqual([]);
    expect(failures).toMatchObject([{ flow: 'Later', path: 'Run_Asynchronously', recordId: id }]);
    expect(failures[0]?.message).toContain('tried to update records: FIELD_CUSTOM_VALIDATION_EXCEPTION: locked');
  });

  const timed = (criteria: string) =>
    `${criteria}<scheduledPaths><name>Hour_Before</name>${to('Step')}<offsetNumber>-1</offsetNumber><offsetUnit>Hours</offsetUnit><recordField>Due__c</recordField><timeSource>RecordField</timeSource></scheduledPaths>`;

  test('a timed path runs at its time, counted from the newest value of its field', () => {
    const { insert, update, row, engine, setNow } = createFlowOrg([step({ inside: timed('') })]);
    const { id } = insert('Lead', { Name: 'Ada' });
    update('Lead', { Id: id, Due__c: '2026-11-21T10:00:00.000Z' });
    update('Lead', { Id: id, Due__c: '2026-11-22T10:00:00.000Z' });
    expect(engine.pending()).toEqual([
      { flow: 'Later', path: 'Hour_Before', recordId: id, due: new Date('2026-11-22T09:00:00.000Z') },
    ]);
    expect(engine.runDue(new Date('2026-11-22T08:59:59.000Z'))).toBe(0);
    setNow('2026-11-22T09:00:01.000Z');
    expect(engine.runDue(new Date('2026-11-22T09:00:01.000Z'))).toBe(1);
    expect(row('Lead', id)?.['Summary__c']).toBe('done by Ada');
    expect(engine.pending()).toEqual([]);
  });

  test('a timed path whose record no longer meets the conditions is dropped', () => {
    const { insert, update, row, engine } = createFlowOrg([
      step({ inside: timed(filter('Flagged__c', 'EqualTo', true)) }),
    ]);
    const { id } = insert('Lead', { Name: 'Ada' });
    update('Lead', { Id: id, Flagged__c: true, Due__c: '2026-11-22T10:00:00.000Z' });
    update('Lead', { Id: id, Flagged__c: false });
    engine.runDue(new Date('2027-01-01T00:00:00.000Z'));
    expect(row('Lead', id)?.['Summary__c']).toBeNull();
  });
});

test.each([
  ['an unknown field', assignments('Step', set('$Record.Nope__c', 1)), 'Field Lead.Nope__c does not exist'],
  [
    'an unknown object',
    `<recordDeletes><name>Step</name>${filter('Name', 'EqualTo', 'x')}<object>Nope__c</object></recordDeletes>`,
    'Object Nope__c does not exist',
  ],
  ['an unknown label', assignments('Step', set('$Record.Name', '=$Label.Nope')), '$Label.Nope'],
])('%s is refused when the flow is loaded', (_what, inside, reason) => {
  expect(() => createFlowOrg([flowOf(inside + start('Lead', { when: 'After', to: 'Step' }))])).toThrow(reason);
});

test('a formula whose field types do not fit is refused when the flow is loaded', () => {
  const inside = '<filterFormula>{!$Record.Status__c} = "Requested"</filterFormula>';
  expect(() => createFlowOrg([flowOf(start('Check__c', { when: 'After', inside }))])).toThrow('received picklist');
});

describe('before a delete', () => {
  const keeps = flowOf(
    `${customError('Keep', '{!$Record.Name} stays.')}<decisions><name>Is_Dear</name>${rule('Dear', condition('$Record.Flagged__c', 'EqualTo', true) + to('Keep'))}</decisions>` +
      `<recordCreates><name>Note</name>${to('Is_Dear')}${input('Note__c', 'deleting {!$Record.Name}')}<object>Check__c</object></recordCreates>` +
      `<start>${to('Note')}<object>Lead</object><recordTriggerType>Delete</recordTriggerType><triggerType>RecordBeforeDelete</triggerType></start>`,
  );
  const remove = (row: Record<string, string | boolean>) => {
    const { insert, org } = createFlowOrg([keeps]);
    const { id } = insert('Lead', row);
    const [result] = org.transact((transaction) => transaction.remove('Lead', [String(id)]));
    return { result, org };
  };

  test('a custom error keeps the row, and what the flow did goes', () => {
    const { result, org } = remove({ Name: 'Ada', Flagged__c: true });
    expect(result?.errors).toMatchObject([{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Ada stays.' }]);
    expect([org.rows('Lead').length, org.rows('Check__c').length]).toEqual([1, 0]);
  });

  test('without one the row goes, and what the flow did stays', () => {
    const { result, org } = remove({ Name: 'Ada' });
    expect(result?.errors).toEqual([]);
    expect([org.rows('Lead').length, org.rows('Check__c')]).toMatchObject([0, [{ Note__c: 'deleting Ada' }]]);
  });
});
