import { afterEach, expect, test } from 'vitest';
import { flowComponent, launch, start, to, together, value, variable } from '../testing/flow-xml.ts';
import { createLeadOrg } from '../testing/lead-org.ts';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

interface Said {
  type?: string;
  title?: string;
  body?: string;
  recipients?: string;
}

const set = (target: string, given: string, operator: string) =>
  `<assignmentItems><assignToReference>${target}</assignToReference><operator>${operator}</operator>${value(given)}</assignmentItems>`;

/** Tells the lead's owner, and whoever `FirstName` names. */
function telling({ type = '=Find.Id', title = 'News', body = 'About {!$Record.LastName}' }: Said) {
  const inputs = Object.entries({
    customNotifTypeId: type,
    recipientIds: '=People',
    title,
    body,
    targetId: '=$Record.Id',
  });
  const parameters = inputs.map(
    ([name, given]) => `<inputParameters><name>${name}</name>${value(given)}</inputParameters>`,
  );
  return together(
    `<actionCalls><name>Tell</name><actionName>customNotificationAction</actionName><actionType>customNotificationAction</actionType><flowTransactionModel>CurrentTransaction</flowTransactionModel>${parameters.join('')}</actionCalls>` +
      `<assignments><name>Add</name>${set('People', '=$Record.FirstName', 'Add')}${to('Tell')}</assignments>` +
      `<recordLookups><name>Find</name>${to('Add')}<getFirstRecordOnly>true</getFirstRecordOnly><object>CustomNotificationType</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>` +
      start('Lead', { when: 'After', to: 'Find', saves: 'Create' }) +
      variable('People', 'String', { isCollection: true }),
  );
}

function setup(said: Said = {}) {
  const org = createLeadOrg([flowComponent(telling(said), 'Tells')]);
  ends.push(org.stop);
  const tell = (recipient: string) => {
    const row = { LastName: 'Ada', Company: 'x', FirstName: recipient };
    return org.org.insertAs(org.user('requester'), 'Lead', [row])[0]?.errors[0]?.message;
  };
  const asAdmin = (object: string, rows: Parameters<typeof org.org.insertAs>[2]) =>
    org.org.asAutomatedProcess((work) => work.insert(object, rows)).map(({ id }) => String(id));
  const told = async (name: string) => {
    await org.settled();
    return org.notifications.of(org.user(name).id).map(({ body }) => body);
  };
  return { ...org, tell, asAdmin, told };
}

test('a user, everybody in a group, and everybody in a queue with a group inside is told once', async () => {
  const { tell, asAdmin, told, user } = setup();
  const [group = '', queue = ''] = asAdmin('Group', [
    { Name: 'Readers', DeveloperName: 'Readers', Type: 'Regular' },
    { Name: 'Desk', DeveloperName: 'Desk', Type: 'Queue' },
  ]);
  asAdmin('GroupMember', [
    { GroupId: group, UserOrGroupId: user('reviewer').id },
    { GroupId: queue, UserOrGroupId: group },
    { GroupId: queue, UserOrGroupId: user('reviewer').id },
    { GroupId: queue, UserOrGroupId: user('admin').id },
  ]);
  expect(tell(user('noaccess').id)).toBeUndefined();
  expect(await told('noaccess')).toEqual(['About Ada']);
  tell(group);
  expect([await told('reviewer'), await told('admin')]).toEqual([['About Ada'], []]);
  tell(queue);
  expect([await told('reviewer'), await told('admin')]).toEqual([['About Ada', 'About Ada'], ['About Ada']]);
});

test('who is not active any more is not told', async () => {
  const { tell, told, user, org, settled } = setup();
  const { id } = user('reviewer');
  org.asAutomatedProcess((work) => work.update('User', [{ Id: id, IsActive: false }]));
  tell(id);
  await settled();
  org.asAutomatedProcess((work) => work.update('User', [{ Id: id, IsActive: true }]));
  expect(await told('reviewer')).toEqual([]);
});

test.each<[string, Said, string, string]>([
  ['an unknown type', { type: '0MLBC00000000992AA' }, '005', 'The notification type 0MLBC00000000992AA is invalid'],
  ['a title of 251 characters', { title: 'x'.repeat(251) }, '005', 'title: data value too large'],
  ['a body of 751 characters', { body: 'x'.repeat(751) }, '005', 'body: data value too large'],
  ['a blank body', { body: '{!$Record.Title}' }, '005', 'Missing required input parameter: body'],
  ['nobody', {}, '', 'Missing required input parameter: recipientIds'],
])('%s fails the flow, and the row with it', (_what, said, recipient, reason) => {
  const { tell, query } = setup(said);
  expect(tell(recipient)).toContain(reason);
  expect(query('SELECT Id FROM Lead')).toEqual([]);
});

test('a title of 250 and a body of 750 characters are told', () => {
  expect(setup({ title: 'x'.repeat(250), body: 'x'.repeat(750) }).tell('005')).toBeUndefined();
});

/** Tells as many as there are records of the given collection. */
const screenFlow = flowComponent(
  telling({})
    .replace(/<start>.*<\/start>/, launch('Tell'))
    .replaceAll('$Record.', '$User.')
    .replace('<isInput>false', '<isInput>true')
    .replace(/<assignments>.*<\/assignments>/, '')
    .replace(launch('Tell'), launch('Find'))
    .replace(to('Add'), to('Tell')) + '<processType>Flow</processType>',
  'Tells_Many',
);

test('500 recipients are the most', async () => {
  const org = createLeadOrg([screenFlow]);
  ends.push(org.stop);
  const { screens } = org.automation.engine();
  const ids = (count: number) => ({ People: Array.from({ length: count }, () => org.user('reviewer').id) });
  expect(screens.startInterview(org.user('admin'), 'Tells_Many', ids(500)).status).toBe('FINISHED');
  expect(screens.startInterview(org.user('admin'), 'Tells_Many', ids(501)).status).toBe('ERROR');
  expect(org.automation.failures).toMatchObject([
    { message: 'The maximum number of recipients is 500; 501 were given' },
  ]);
  await org.settled();
  expect(org.notifications.of(org.user('reviewer').id)).toHaveLength(1);
});

test('with the rights of a user it takes Send Custom Notifications', () => {
  const org = createLeadOrg([screenFlow]);
  ends.push(org.stop);
  const inputs = { People: [org.user('reviewer').id] };
  const view = org.automation.engine().screens.startInterview(org.user('requester'), 'Tells_Many', inputs);
  expect(view.status).toBe('ERROR');
  expect(org.automation.failures[0]?.message).toContain('Send Custom Notifications user permission');
});
