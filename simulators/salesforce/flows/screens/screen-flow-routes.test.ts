import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { filter, flowComponent, launch, set, to, together, variable } from '../../testing/flow-xml.ts';
import { serveOrg } from '../../testing/serve-org.ts';

const field = (name: string, type: string, inside: string) =>
  `<fields><name>${name}</name>${inside}<fieldType>${type}</fieldType></fields>`;
const screen = (name: string, inside: string) =>
  `<screens><name>${name}</name><label>${name}</label>${inside}</screens>`;

/** Lends something to each of the leads a list button was pressed for. */
const lend = (mode = 'DefaultMode') =>
  together(
    screen(
      'Ask',
      field('Intro', 'DisplayText', '<fieldText>&lt;p&gt;For {!Total} readers&lt;/p&gt;</fieldText>') +
        field(
          'Place',
          'DropdownBox',
          '<choiceReferences>Shelves</choiceReferences><dataType>String</dataType><fieldText>Shelf</fieldText><isRequired>true</isRequired>',
        ) +
        field('Remind', 'InputField', '<dataType>Boolean</dataType><fieldText>Remind them</fieldText>') +
        to('Each'),
    ) +
      screen('Sorry', field('Why', 'DisplayText', '<fieldText>{!$Flow.FaultMessage}</fieldText>')) +
      `<recordLookups><name>Find_Readers</name>${to('Count')}${filter('Id', 'In', '=ids')}<getFirstRecordOnly>false</getFirstRecordOnly><object>Lead</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>` +
      `<assignments><name>Count</name>${set('Total', '=Find_Readers', 'AssignCount')}${to('Ask')}</assignments>` +
      `<loops><name>Each</name><collectionReference>Find_Readers</collectionReference>${to('Add', 'nextValueConnector')}${to('Save', 'noMoreValuesConnector')}</loops>` +
      `<assignments><name>Add</name>${set('Loan.Lead__c', '=Each.Id')}${set('Loan.Shelf__c', '=Place')}${set('Loans', '=Loan', 'Add')}${to('Each')}</assignments>` +
      `<recordCreates><name>Save</name>${to('Sorry', 'faultConnector')}<inputReference>Loans</inputReference></recordCreates>` +
      launch('Find_Readers') +
      '<dynamicChoiceSets><name>Shelves</name><dataType>String</dataType><displayField>Name</displayField><object>Shelf__c</object><valueField>Id</valueField></dynamicChoiceSets>' +
      variable('ids', 'String', { isInput: true, isCollection: true }) +
      variable('Total', 'Number') +
      '<variables><name>Loan</name><dataType>SObject</dataType><objectType>Loan__c</objectType></variables><variables><name>Loans</name><dataType>SObject</dataType><isCollection>true</isCollection><objectType>Loan__c</objectType></variables>' +
      `<processType>Flow</processType><runInMode>${mode}</runInMode>`,
  );

type Org = Awaited<ReturnType<typeof serveOrg>>;
let org: Org;
beforeAll(async () => {
  org = await serveOrg();
  const problems = org.org.deploy([
    flowComponent(lend(), 'Lend'),
    flowComponent(lend('SystemModeWithoutSharing'), 'Lend_For_All'),
  ]);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
});
afterEach(() => {
  org.reset();
  org.assignTo('requester@example.org', 'Reader');
});
afterAll(() => org.close());

/** A browser of that user, and what the flow is about. */
function setup(username = 'requester@example.org') {
  const user = org.org.findUser(username);
  const admin = org.org.findUser('admin@example.org');
  if (!user || !admin) throw new Error('a user is missing');
  const cookie = `sid=${org.sessions.create(user).id}`;
  const [shelf] = org.org.insertAs(admin, 'Shelf__c', [{ Name: 'History', Code__c: username.slice(0, 9) }]);
  const leads = org.org.insertAs(user, 'Lead', [
    { LastName: 'Ada', Company: 'x' },
    { LastName: 'Bob', Company: 'x' },
  ]);
  const ids = leads.map(({ id }) => String(id));
  const visit = (path: string, init: RequestInit = {}) =>
    fetch(`${org.url}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { cookie, ...(init.headers as Record<string, string>) },
    });
  const json = async (path: string, body: unknown) => {
    const answer = await visit(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    return {
      status: answer.status,
      body: (await answer.json()) as Record<string, unknown> & {
        id: string;
        screen?: { name: string; fields: Record<string, unknown>[] };
      },
    };
  };
  const start = (flow = 'Lend') => json(`/lightning/flow/${flow}/interviews`, { inputs: { ids } });
  const loans = () => org.org.queryAs(admin, 'SELECT Lead__c, Shelf__c, OwnerId FROM Loan__c');
  return { user, shelf: String(shelf?.id), ids, visit, json, start, loans };
}

describe('as JSON', () => {
  test('a list action is gone through with the rights of its user', async () => {
    const { user, shelf, ids, json, start, loans } = setup();
    const { status, body } = await start();
    expect(status).toBe(201);
    expect(body.screen?.fields).toMatchObject([
      { html: '<p>For 2 readers</p>' },
      { name: 'Place', choices: [{ label: 'History', value: shelf }] },
      { name: 'Remind', value: false },
    ]);
    const step = { action: 'NEXT', answers: { Place: shelf } };
    expect((await json(`/lightning/flow/Lend/interviews/${body.id}`, step)).body).toMatchObject({ status: 'FINISHED' });
    expect(loans()).toMatchObject(ids.map((Lead__c) => ({ Lead__c, Shelf__c: shelf, OwnerId: user.id })));
  });

  test('who may not see the shelves cannot go on, unless the flow runs without regard to rights', async () => {
    const { start, loans, shelf, json } = setup('noaccess@example.org');
    expect((await start()).body).toMatchObject({
      status: 'ERROR',
      message: expect.stringContaining('unhandled fault'),
    });
    expect(org.automation.failures).toMatchObject([
      { flow: 'Lend', message: expect.stringContaining("'Shelf__c' is not supported") },
    ]);
    const { body } = await start('Lend_For_All');
    await json(`/lightning/flow/Lend_For_All/interviews/${body.id}`, { action: 'NEXT', answers: { Place: shelf } });
    expect(loans()).toHaveLength(2);
  });

  test('a row the database refuses is told on the screen for it, and nothing is left', async () => {
    const { start, json, shelf, loans } = setup();
    org.automation.engine().failAt({ 'Lend.Save': 'INSUFFICIENT_ACCESS: no' });
    const { body } = await start();
    const answer = await json(`/lightning/flow/Lend/interviews/${body.id}`, {
      action: 'NEXT',
      answers: { Place: shelf },
    });
    expect(answer.body.screen).toMatchObject({
      name: 'Sorry',
      fields: [{ html: expect.stringContaining('INSUFFICIENT_ACCESS: no') }],
    });
    expect(loans()).toEqual([]);
  });

  test('another user, another flow, another action and a bad body are refused', async () => {
    const { start, json, visit } = setup();
    const { body } = await start();
    const other = setup('reviewer@example.org');
    expect((await other.json(`/lightning/flow/Lend/interviews/${body.id}`, { action: 'NEXT' })).status).toBe(404);
    expect((await json('/lightning/flow/Nothing/interviews', {})).body).toEqual({
      message: 'Nothing is no active screen flow',
    });
    expect((await json(`/lightning/flow/Lend/interviews/${body.id}`, { action: 'BACK' })).status).toBe(404);
    expect((await json(`/lightning/flow/Lend/interviews/${body.id}`, { action: 'PAUSE' })).status).toBe(400);
    const stranger = await visit('/lightning/flow/Lend', { headers: { cookie: '' } });
    expect(stranger.headers.get('location')).toBe('/__login?to=%2Flightning%2Fflow%2FLend');
  });
});

describe('as a page', () => {
  const form = (values: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(values) });

  test('it is started like a list button, says what is missing, and leads back when it is finished', async () => {
    const { visit, ids, shelf, loans } = setup();
    const started = await visit(`/lightning/flow/Lend?ids=${ids.join(',')}&retURL=/lightning/o/Lead/list`);
    const at = String(started.headers.get('location'));
    const first = await (await visit(at)).text();
    expect(first).toContain('<p>For 2 readers</p>');
    expect(first).toMatch(/<label class="slds-form-element__label" for="Place">/);
    await visit(at, form({ action: 'NEXT', Place: '' }));
    const second = await (await visit(at)).text();
    expect(second).toMatch(/aria-invalid="true" aria-describedby="Place-error"/);
    expect(second).toContain('Input is not optional.');
    await visit(at, form({ action: 'NEXT', Place: shelf, Remind: 'on' }));
    expect((await visit(at)).headers.get('location')).toBe('/lightning/o/Lead/list');
    expect(loans()).toHaveLength(2);
  });

  test('a return address elsewhere is not followed', async () => {
    const { visit, shelf } = setup();
    const started = await visit('/lightning/flow/Lend?retURL=https%3A%2F%2Fexample.com%2F');
    const at = String(started.headers.get('location'));
    await visit(at, form({ action: 'NEXT', Place: shelf }));
    const finished = await visit(at);
    expect([finished.status, await finished.text()]).toEqual([200, expect.stringContaining('Your flow finished.')]);
  });
});
