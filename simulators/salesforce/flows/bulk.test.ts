import { afterEach, expect, test } from 'vitest';
import { flowComponent, input, start, to, value } from '../testing/flow-xml.ts';
import { createLeadOrg } from '../testing/lead-org.ts';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

function setup(flows: Parameters<typeof createLeadOrg>[0]) {
  const org = createLeadOrg(flows);
  ends.push(org.stop);
  return org;
}

const parameter = (name: string, given: string) =>
  `<inputParameters><name>${name}</name>${value(given)}</inputParameters>`;
const action = (name: string, type: string, inside: string, target = type) =>
  `<actionCalls><name>${name}</name><actionName>${target}</actionName><actionType>${type}</actionType>${inside}<flowTransactionModel>CurrentTransaction</flowTransactionModel></actionCalls>`;

/** Creates a contact, tells its owner, and sends a message, for each new lead. */
const follows = flowComponent(
  action(
    'Notify',
    'customNotificationAction',
    to('Send') +
      [
        ['customNotifTypeId', '=Find_Type.Id'],
        ['recipientIds', '=Owners'],
        ['title', 'New'],
        ['body', '{!$Record.LastName}'],
        ['targetId', '=$Record.Id'],
      ]
        .map(([name = '', given = '']) => parameter(name, given))
        .join(''),
  ) +
    action('Send', 'outboundMessage', '', 'Lead.Told') +
    `<assignments><name>Add_Owner</name><assignmentItems><assignToReference>Owners</assignToReference><operator>Add</operator>${value('=$Record.OwnerId')}</assignmentItems>${to('Notify')}</assignments>` +
    `<recordCreates><name>Create</name>${to('Find_Type')}${input('LastName', '=$Record.LastName')}<object>Contact</object></recordCreates>` +
    `<recordLookups><name>Find_Type</name>${to('Add_Owner')}<filterLogic>and</filterLogic><filters><field>DeveloperName</field><operator>EqualTo</operator>${value('News')}</filters><getFirstRecordOnly>true</getFirstRecordOnly><object>CustomNotificationType</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>` +
    start('Lead', { when: 'After', to: 'Create', saves: 'Create' }) +
    '<triggerOrder>1</triggerOrder>' +
    '<variables><name>Owners</name><dataType>String</dataType><isCollection>true</isCollection></variables>',
  'Follows',
);

const REFUSES =
  '<customErrors><name>No</name><customErrorMessages><errorMessage>Not {!$Record.LastName}.</errorMessage><isFieldError>false</isFieldError></customErrorMessages></customErrors>';
const BAD = `<filters><field>LastName</field><operator>StartsWith</operator>${value('Bad')}</filters>`;
const refuses = flowComponent(
  `${REFUSES}${start('Lead', { when: 'After', to: 'No', saves: 'Create', inside: BAD })}<triggerOrder>2</triggerOrder>`,
  'Refuses',
);

const leads = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    LastName: `${index % 10 === 0 ? 'Bad' : 'Good'} ${index}`,
    Company: 'Example',
  }));

test('of 200 rows saved together the refused ones leave nothing behind, and the others everything once', async () => {
  const { org, user, query, outbound, notifications, settled } = setup([follows, refuses]);
  const results = org.insertAs(user('requester'), 'Lead', leads(200));
  const refused = results.filter(({ errors }) => errors.length > 0);
  expect(refused).toHaveLength(20);
  expect(refused[0]?.errors).toMatchObject([
    { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Not Bad 0.' },
  ]);
  await settled();
  const names = (object: string) => query(`SELECT LastName FROM ${object}`).map((row) => String(row['LastName']));
  expect(names('Lead')).toHaveLength(180);
  expect(names('Contact').sort()).toEqual(names('Lead').sort());
  expect(new Set(outbound.pending().map(({ recordId }) => recordId)).size).toBe(180);
  expect(outbound.pending()).toHaveLength(180);
  const told = notifications.of(user('requester').id).map(({ body }) => body);
  expect(told.sort()).toEqual(names('Lead').sort());
});

test('when one row must fail, all or none leaves nothing at all', async () => {
  const { org, user, query, outbound, notifications, settled } = setup([follows, refuses]);
  org.insertAs(user('requester'), 'Lead', leads(200), { allOrNone: true });
  await settled();
  expect([query('SELECT Id FROM Lead'), query('SELECT Id FROM Contact'), outbound.pending()]).toEqual([[], [], []]);
  expect(notifications.of(user('requester').id)).toEqual([]);
});

test('a flow runs for all rows before the next flow runs for any', () => {
  const finds = (found: string, order: number) =>
    flowComponent(
      `<recordCreates><name>Create</name>${input('LastName', `${found} of {!$Record.LastName}`)}<object>Contact</object></recordCreates>${start('Lead', { when: 'After', to: 'Create' })}<triggerOrder>${order}</triggerOrder>`,
      `Flow_${found}`,
    );
  const { org, user, query } = setup([finds('Second', 20), finds('First', 10)]);
  org.insertAs(user('requester'), 'Lead', [
    { LastName: 'A', Company: 'x' },
    { LastName: 'B', Company: 'x' },
  ]);
  expect(query('SELECT LastName FROM Contact').map((row) => row['LastName'])).toEqual([
    ...['First of A', 'First of B', 'Second of A', 'Second of B'],
  ]);
});

test('leads that keep creating leads are stopped in the words of the platform', () => {
  const flow = flowComponent(
    `<recordCreates><name>Again</name>${input('LastName', 'again')}${input('Company', 'x')}<object>Lead</object></recordCreates>${start('Lead', { when: 'After', to: 'Again' })}`,
    'Endless',
  );
  const { org, user, query } = setup([flow]);
  const [result] = org.insertAs(user('requester'), 'Lead', [{ LastName: 'first', Company: 'x' }]);
  expect(result?.errors[0]?.statusCode).toBe('CANNOT_EXECUTE_FLOW_TRIGGER');
  expect(result?.errors[0]?.message).toMatch(/“Endless” process failed.*maximum trigger depth exceeded/i);
  expect(query('SELECT Id FROM Lead')).toEqual([]);
});
