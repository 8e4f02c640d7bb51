import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import { introduceProvider, type RunningAts } from '../../scripts/lib/start-ats.ts';
import { startProduct, type Product } from './harness.ts';

let product: Product;
let ats: RunningAts;
beforeAll(async () => {
  product = await startProduct({
    ats: true,
    connectorEnv: { CHECKR_ADD_ONS: 'tasker_standard+drug_panel=tasker_pro' },
  });
  if (!product.ats) throw new Error('the stack has no ATS');
  ats = product.ats;
  for (const [slug, fields] of Object.entries(SHELF))
    await product.admin.create('Background_Check_Package__c', {
      Slug__c: slug,
      Name: slug,
      Active__c: true,
      ...fields,
    });
});
afterAll(() => product.close());

/** What an administrator keeps beside the packages Checkr offers. */
const SHELF = {
  drug_panel: { Add_On__c: true, Price__c: 39.9, Description__c: 'A 7 panel urine test' },
  dental_check: { Add_On__c: true, Price__c: 5 },
  retired: { Active__c: false },
};

type Row = Record<string, unknown>;
interface Placed {
  order: { background_check_id: string; applicant: { email: string } };
  status: number;
  body: { tracking_id?: string; error_message?: string };
}
const placed = async (order: object = {}) => (await ats.control('POST', '/orders', order)) as Placed;
const again = async ({ order }: Placed) =>
  (await ats.control('POST', `/orders/${order.background_check_id}/repeat`)) as Placed;
const garbled = async ({ order }: Placed, how: string) =>
  (await ats.control('POST', `/orders/${order.background_check_id}/garble/${how}`)) as Placed;
const COLUMNS =
  'Id, Name, Status__c, Source__c, OwnerId, Requested_By__c, Lead__c, Contact__c, Add_Ons__c, Package__r.Slug__c, ' +
  'ATS_Order_Key__c, ATS_Account_Id__c, ATS_Background_Check_Id__c, ATS_Webhook_URL__c, ATS_Callback_Status__c';
const checksOf = ({ order }: Placed) =>
  product.admin.query(
    `SELECT ${COLUMNS} FROM Background_Check__c WHERE ATS_Background_Check_Id__c = '${order.background_check_id}'`,
  );
/** So that the next call to the org is ours. */
const nothingOutstanding = () =>
  pollUntil(
    async () =>
      (await product.admin.query('SELECT Id FROM Background_Check__c WHERE Requested_Action__c != null')).length === 0,
    { what: 'every action to be carried out', deadlineMs: 30_000, everyMs: 50 },
  );
const leadsOf = (email: string) =>
  product.admin.query(
    `SELECT Id, FirstName, LastName, Company, Street, City, State, PostalCode, Phone, OwnerId FROM Lead WHERE Email = '${email}'`,
  );
const door = (path: string, options: RequestInit & { login?: string | null } = {}) => {
  const { login = `${ats.accountId}:${ats.secret}`, ...init } = options;
  const headers = {
    'content-type': 'application/json',
    ...(login === null ? {} : { authorization: `Basic ${btoa(login)}` }),
    ...init.headers,
  };
  return fetch(`${product.connectorUrl}/ats${path}`, { ...init, headers });
};

describe('GET /ats/packages', () => {
  test('lists what can be ordered: id, name, price as a decimal text, description and screenings', async () => {
    const { packages, add_on_packages: addOns } = (await (await door('/packages')).json()) as Record<string, Row[]>;
    const standard = packages?.find(({ id }) => id === 'tasker_standard');
    expect(standard).toMatchObject({
      name: 'Tasker Standard',
      price: expect.stringMatching(/^\d+\.\d\d$/) as string,
      screenings: expect.arrayContaining([expect.any(String)]) as string[],
    });
    expect(addOns).toContainEqual({
      id: 'drug_panel',
      name: 'drug_panel',
      price: '39.90',
      description: 'A 7 panel urine test',
    });
    expect([...(packages ?? []), ...(addOns ?? [])].map(({ id }) => id)).not.toContain('retired');
  });

  test.each([
    ['no login', null],
    ['a wrong secret', 'ACCT123:wrong'],
    ['an unknown account', 'NOBODY:secret'],
    ['no secret', 'ACCT123:'],
    ['no colon', 'ACCT123'],
  ])('%s is refused with 401 and an error_message', async (_name, login) => {
    const answer = await door('/packages', { login });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic/);
    expect(await answer.json()).toEqual({ error_message: expect.stringContaining('secret') as string });
  });
});

describe('POST /ats/orders', () => {
  test('the payload of the document is answered 201, and is a check with its ATS fields and a Lead with its address', async () => {
    const answer = await placed({
      background_check_id: '224466',
      applicant: {
        ...{ id: '12345', first_name: 'John', last_name: 'Doe', phone: '888-555-1234' },
        email: 'john.doe@example.com',
        zip: '12345',
      },
      job: { id: '12345' },
    });
    expect(answer).toMatchObject({
      status: 201,
      body: { background_check_id: '224466', tracking_id: expect.stringMatching(/^BC-\d+$/) as string },
    });
    const [check, ...others] = await checksOf(answer);
    expect(others).toEqual([]);
    const [owner] = await product.admin.query("SELECT Id FROM User WHERE Username = 'requester@example.org'");
    expect(check).toMatchObject({
      Name: answer.body.tracking_id,
      Source__c: 'ATS',
      OwnerId: owner?.['Id'],
      Requested_By__c: owner?.['Id'],
      Package__r: { Slug__c: 'tasker_standard' },
      ATS_Order_Key__c: 'ACCT123:224466',
      ATS_Account_Id__c: 'ACCT123',
    });
    const audit = `SELECT Type__c, Direction__c, Outcome__c, Source__c FROM Background_Check_Event__c WHERE Background_Check__c = '${String(check?.['Id'])}'`;
    expect(await product.admin.query(audit)).toContainEqual(
      expect.objectContaining({
        Type__c: 'ats.order',
        Direction__c: 'Inbound',
        Outcome__c: 'Applied',
        Source__c: 'ATS',
      }),
    );
    expect(await leadsOf('john.doe@example.com')).toMatchObject([
      {
        ...{ FirstName: 'John', LastName: 'Doe', Company: 'Example Tracking', Street: '123 Main St.\nApt. 1' },
        ...{ City: 'Springfield', State: 'IL', PostalCode: '12345', Phone: '888-555-1234', OwnerId: owner?.['Id'] },
      },
    ]);
  });

  test('the check then runs like any other', async () => {
    const [check] = await checksOf(await placed());
    const invited = await product.checkOnce(String(check?.['Id']), 'Invited', (row) => row['Status__c'] === 'Invited');
    expect(invited).toMatchObject({ Operation__c: 1, Checkr_Invitation_Id__c: expect.any(String) as string });
  });

  test('the same order again is the same 201, also when Redis was emptied in between', async () => {
    const first = await placed();
    expect(await again(first)).toMatchObject({ status: 201, body: first.body });
    await product.emptyRedis();
    expect(await again(first)).toMatchObject({ status: 201, body: first.body });
    expect(await checksOf(first)).toHaveLength(1);
  });

  test('the same order ten times at once is one check and one Lead', async () => {
    const order = { background_check_id: 'burst-1', job: {}, applicant: { id: '1', email: 'burst@example.org' } };
    const answers = await Promise.all(Array.from({ length: 10 }, () => placed(order)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201));
    expect(new Set(answers.map(({ body }) => body.tracking_id)).size).toBe(1);
    expect(await leadsOf('burst@example.org')).toHaveLength(1);
    const [one] = answers;
    expect(one && (await checksOf(one))).toHaveLength(1);
  });

  test('another order under the same id is refused with 409', async () => {
    const first = await placed();
    expect(await garbled(first, 'other-applicant')).toMatchObject({
      status: 409,
      body: { error_message: expect.stringContaining('background_check_id') as string },
    });
    expect(await checksOf(first)).toHaveLength(1);
  });

  test.each([
    ['single-quotes', 400, /double quotes/],
    ['truncated', 400, /not JSON/],
    ['empty', 400, /not JSON/],
    ['not-an-object', 400, /must be an object/],
    ['form-encoded', 400, /Content-Type/],
    ['without-email', 400, /applicant\.email: is missing/],
    ['other-account', 400, /account_id/],
    ['huge', 413, /64 kB/],
  ])('an order garbled on its way (%s) is refused with %i and says what to mend', async (how, status, words) => {
    const first = await placed();
    expect(await garbled(first, how)).toEqual({
      status,
      body: { error_message: expect.stringMatching(words) as string },
    });
  });

  test.each([
    ['an unknown package', { package_id: 'no_such' }, /^package_id: "no_such" is not offered/],
    ['a package that is not active', { package_id: 'retired' }, /^package_id/],
    ['an add-on for a package', { package_id: 'drug_panel' }, /^package_id/],
    ['an unknown add-on', { add_on_package_ids: ['no_such'] }, /^add_on_package_ids: "no_such"/],
    [
      'a pair nobody set up',
      { add_on_package_ids: ['dental_check'] },
      /^add_on_package_ids: these cannot be ordered together/,
    ],
    ['a callback address elsewhere', { webhook_url: 'https://evil.example/' }, /^webhook_url: .*not on the list/],
    ['a callback address without TLS', { webhook_url: 'http://127.0.0.1/' }, /^webhook_url: must begin with https/],
  ])('%s is refused with 422, and nothing is stored', async (_name, order, words) => {
    const answer = await placed(order);
    expect(answer).toMatchObject({ status: 422, body: { error_message: expect.stringMatching(words) as string } });
    expect(await checksOf(answer)).toEqual([]);
    expect(await leadsOf(answer.order.applicant.email)).toEqual([]);
  });

  test('a package with an add-on that is set up is ordered as what stands for it', async () => {
    const answer = await placed({ add_on_package_ids: ['drug_panel'] });
    expect(answer.status).toBe(201);
    expect(await checksOf(answer)).toMatchObject([{ Add_Ons__c: 'drug_panel' }]);
  });

  test('what the org refuses is told in its words: a check of the same person that is open', async () => {
    const applicant = { email: 'twice@example.org' };
    const first = await placed({ applicant });
    expect(first.status).toBe(201);
    const second = await placed({ applicant });
    expect(second.status).toBe(422);
    expect(second.body.error_message).toContain(first.body.tracking_id);
    expect(await leadsOf('twice@example.org')).toHaveLength(1);
  });

  test('while the org is away an order is answered 503, never half stored, and stored when it comes again', async () => {
    await product.orgControl('PUT', '/faults', [{ match: 'POST /composite', status: 503, times: 50 }]);
    const order = { background_check_id: 'outage-1', applicant: { email: 'outage@example.org' } };
    const away = await placed(order);
    expect(away).toMatchObject({ status: 503, body: { error_message: expect.stringContaining('again') as string } });
    await product.orgControl('PUT', '/faults', []);
    expect(await leadsOf('outage@example.org')).toEqual([]);
    expect(await again(away)).toMatchObject({ status: 201 });
    expect(await leadsOf('outage@example.org')).toHaveLength(1);
  });

  test('an order the org stored although its answer was lost is the same check when it comes again', async () => {
    await nothingOutstanding();
    const order = { background_check_id: 'lost-answer', applicant: { email: 'lost@example.org' } };
    const [reading, writing] = [{ delayMs: 1 }, { status: 'reset-after-commit' }];
    await product.orgControl('PUT', '/faults', [
      // What the worker writes meanwhile must not use the others up.
      { match: 'POST /composite/graph', times: 1000, delayMs: 1 },
      { match: 'POST /composite', times: 1, ...reading },
      { match: 'POST /composite', times: 1, ...writing },
    ]);
    const first = await placed(order);
    expect(first.status).toBe(503);
    await product.orgControl('PUT', '/faults', []);
    expect(await leadsOf('lost@example.org')).toHaveLength(1);
    expect(await again(first)).toMatchObject({ status: 201 });
    expect(await leadsOf('lost@example.org')).toHaveLength(1);
  });
});

describe('the applicant is somebody the org knows, if exactly one has that e-mail address and that name', () => {
  const person = { FirstName: 'John', LastName: 'Doe' };
  const order = (email: string) => placed({ applicant: { email } });

  test('a Contact comes before a Lead', async () => {
    const Email = 'known-1@example.org';
    await product.admin.create('Lead', { ...person, Email, Company: 'Volunteers' });
    const contact = await product.admin.create('Contact', { ...person, Email });
    expect(await checksOf(await order(Email))).toMatchObject([{ Contact__c: contact, Lead__c: null }]);
  });

  test('a Lead is taken where no Contact is, whatever the case of letters', async () => {
    const lead = await product.admin.create('Lead', { ...person, Email: 'known-2@example.org', Company: 'Volunteers' });
    expect(await checksOf(await order('Known-2@Example.org'))).toMatchObject([{ Lead__c: lead, Contact__c: null }]);
  });

  test('somebody else with the same address is somebody else', async () => {
    const Email = 'known-3@example.org';
    const other = await product.admin.create('Lead', { ...person, FirstName: 'Jane', Email, Company: 'Volunteers' });
    const [check] = await checksOf(await order(Email));
    expect(check?.['Lead__c']).not.toBe(other);
    expect(await leadsOf(Email)).toHaveLength(2);
  });

  test('two with the same name and address are too many to choose from', async () => {
    const Email = 'known-4@example.org';
    const leads = [];
    for (const Company of ['One', 'Two']) leads.push(await product.admin.create('Lead', { ...person, Email, Company }));
    const [check] = await checksOf(await order(Email));
    expect(leads).not.toContain(check?.['Lead__c']);
  });
});

test('the doors are described in OpenAPI, made of what they check', async () => {
  const document = (await (await fetch(`${product.connectorUrl}/ats/openapi.json`)).json()) as Row;
  expect(document).toMatchObject({
    openapi: '3.1.0',
    servers: [{ url: '/ats' }],
    paths: { '/packages': expect.anything() as object, '/orders': expect.anything() as object },
  });
});

test('nothing an order says about a person is in a log or in Redis', async () => {
  const secretive = {
    first_name: 'Zebulon',
    last_name: 'Quagmire',
    email: 'zebulon.q@example.org',
    phone: '888-555-9876',
  };
  const answer = await placed({ applicant: { ...secretive, address: '77 Nowhere Lane' } });
  expect(answer.status).toBe(201);
  await garbled(answer, 'without-email');
  const kept = `${product.logs()}\n${await product.redisDump()}`;
  for (const word of [...Object.values(secretive), '77 Nowhere Lane', ats.secret]) expect(kept).not.toContain(word);
});

test('a secret that is guessed at is guarded, and its owner is not locked out', async () => {
  expect((await door('/packages')).status).toBe(200);
  const tries = [];
  for (let guess = 0; guess < 25; guess += 1)
    tries.push((await door('/packages', { login: `ACCT123:guess-${guess}` })).status);
  expect(tries.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
  expect(tries.at(-1)).toBe(503);
  expect((await door('/packages')).status).toBe(200);
  await introduceProvider(ats, product.connectorUrl);
});
