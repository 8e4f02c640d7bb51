import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pollUntil } from '../../scripts/lib/poll-until.ts';
import { startProduct, type Product } from './harness.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const invitedCheck = async (): Promise<{ id: string; invitationId: unknown }> => {
  const id = await product.requestCheck(await product.createLead());
  const { Checkr_Invitation_Id__c: invitationId } = await product.checkOnce(
    id,
    'Invited',
    (check) => check['Status__c'] === 'Invited',
  );
  return { id, invitationId };
};
const callsTo = async (route: string): Promise<number> => {
  const { calls } = (await product.checkrControl('GET', '/calls')) as { calls: Record<string, number> };
  return calls[route] ?? 0;
};

describe('from the button to the result', () => {
  test('clear: Requested, Candidate Created, Invited, In Progress, Completed, and only then cleared', async () => {
    const { id, invitationId } = await invitedCheck();
    const invited = await product.check(id);
    expect(invited).toMatchObject({ Cleared__c: false, Requested_Action__c: null, Operation__c: 1 });
    expect(invited['Invitation_URL__c']).toContain('/invite/');
    await product.fillInForm(invitationId, '111-11-2001');
    const done = await product.checkOnce(id, 'Completed', (check) => check['Status__c'] === 'Completed');
    expect(done).toMatchObject({
      Result__c: 'Clear',
      Cleared__c: true,
      Connection_Key__c: `${product.admin.orgId}/test`,
    });
    expect(done['Report_URL__c']).toContain(String(done['Checkr_Report_Id__c']));
  });

  test.each([
    ['consider', '111-11-2002', 'Review Required', { Result__c: 'Consider', Cleared__c: false }],
    [
      'clear, but one screening was canceled',
      '111-11-2003',
      'Review Required',
      { Result__c: 'Clear', Includes_Canceled__c: true, Cleared__c: false },
    ],
    ['suspended for ever', '111-11-2015', 'Suspended', { Result__c: null, Cleared__c: false }],
    ['canceled', '111-11-2006', 'Canceled', { Result__c: null, Cleared__c: false }],
    [
      'consider, yet eligible by the account’s rules',
      '111-11-2008',
      'Completed',
      { Result__c: 'Consider', Cleared__c: true },
    ],
  ])('%s', async (_name, ssn, status, fields) => {
    const { id, invitationId } = await invitedCheck();
    await product.fillInForm(invitationId, ssn);
    const check = await product.checkOnce(id, status, (row) => row['Status__c'] === status);
    expect(check).toMatchObject(fields);
  });

  test('a dispute opens a completed check again, with its reason, and takes the pass away', async () => {
    const { id, invitationId } = await invitedCheck();
    await product.fillInForm(invitationId, '111-11-2001');
    const done = await product.checkOnce(id, 'Completed', (check) => check['Status__c'] === 'Completed');
    await product.checkrControl('POST', `/reports/${String(done['Checkr_Report_Id__c'])}/moves`, { move: 'dispute' });
    const disputed = await product.checkOnce(id, 'Disputed', (check) => check['Status__c'] === 'Disputed');
    expect(disputed).toMatchObject({ Cleared__c: false, Reopen_Reason__c: 'Dispute' });
  });

  test('the default package and its price are noted on a check that named none', async () => {
    const { id } = await invitedCheck();
    const check = await product.check(id);
    expect(check['Package__r']).toMatchObject({ Slug__c: 'tasker_standard' });
    expect(check).toMatchObject({ Price__c: 35, Price_Currency__c: 'USD' });
  });

  test('an invitation that expires shows on the record', async () => {
    const { id, invitationId } = await invitedCheck();
    await product.checkrControl('POST', `/invitations/${String(invitationId)}/expire`);
    const check = await product.checkOnce(id, 'Expired', (row) => row['Status__c'] === 'Expired');
    expect(check['Invitation_URL__c']).toBeNull();
  });
});

describe('what Checkr or the org refuses', () => {
  test('a Lead without e-mail costs no call and names the field to mend', async () => {
    const candidatesBefore = await callsTo('POST /v1/candidates');
    const id = await product.requestCheck(await product.createLead({ Email: null }));
    const check = await product.checkOnce(id, 'Error', (row) => row['Status__c'] === 'Error');
    expect(check['Error_Help__c']).toContain('Fill in Email');
    expect(check['Requested_Action__c']).toBeNull();
    expect(await callsTo('POST /v1/candidates')).toBe(candidatesBefore);
  });

  test.each([
    ['a string', { error: 'SSN is invalid' }, 'SSN is invalid'],
    ['a list', { error: ['SSN is invalid', 'Zipcode is invalid'] }, 'SSN is invalid; Zipcode is invalid'],
  ])('an error of Checkr given as %s is on the record in its words', async (_form, body, words) => {
    await product.checkrControl('POST', '/faults', { match: 'POST /v1/candidates', status: 400, body });
    const id = await product.requestCheck(await product.createLead());
    const check = await product.checkOnce(id, 'Error', (row) => row['Status__c'] === 'Error');
    expect(check['Error_Create_Candidate__c']).toBe(words);
    expect(check['Error_Help__c']).toContain('Correct Social Security Number');
  });

  test('after an error is mended, a second request of the same person goes through', async () => {
    const lead = await product.createLead({ Email: null });
    const first = await product.requestCheck(lead);
    await product.checkOnce(first, 'Error', (row) => row['Status__c'] === 'Error');
    await product.requester.update('Lead', lead, { Email: 'mended@example.org' });
    const second = await product.requestCheck(lead);
    await product.checkOnce(second, 'Invited', (row) => row['Status__c'] === 'Invited');
  });

  test('a second order of the same check while one is open is refused in words', async () => {
    const lead = await product.createLead();
    await product.requestCheck(lead);
    await expect(product.requestCheck(lead)).rejects.toThrow('already has an open background check');
  });

  test('the default package and the same one by its name, requested in the same moment, are one check', async () => {
    const soql = "SELECT Id FROM Background_Check_Package__c WHERE Slug__c = 'tasker_standard' AND Default__c = true";
    const [standard] = await product.admin.query(soql);
    const lead = await product.createLead();
    const answers = await Promise.allSettled([
      product.requestCheck(lead),
      product.requestCheck(lead, { Package__c: String(standard?.['Id']) }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const checks = await product.admin.query(`SELECT Id FROM Background_Check__c WHERE Lead__c = '${lead}'`);
    expect(checks).toHaveLength(1);
    const invited = (check: Record<string, unknown>) => check['Status__c'] === 'Invited';
    expect(await product.checkOnce(String(checks[0]?.['Id']), 'Invited', invited)).toMatchObject({
      Package__r: { Slug__c: 'tasker_standard' },
    });
  });
});

describe('when the other side is in trouble', () => {
  test.each([
    ['a rate limit', 'POST /v1/candidates', { status: 429, headers: { 'retry-after': '1' } }],
    ['a server error', 'POST /v1/invitations', { status: 503 }],
    [
      'an answer that never arrived although Checkr did the work',
      'POST /v1/invitations',
      { status: 'reset-after-commit' },
    ],
    ['an HTML page of a proxy', 'POST /v1/candidates', { status: 502, body: '<html>Bad gateway</html>' }],
  ])('%s: the order is tried again, and made once', async (_name, match, fault) => {
    const { calls: before } = { calls: await callsTo('POST /v1/invitations') };
    await product.checkrControl('POST', '/faults', { match, times: 1, ...fault });
    const { id } = await invitedCheck();
    const check = await product.check(id);
    const invitations = await fetch(
      `${product.checkr.apiBase}/invitations?candidate_id=${String(check['Checkr_Candidate_Id__c'])}`,
      {
        headers: { authorization: `Basic ${Buffer.from(`${product.checkr.apiKey}:`).toString('base64')}` },
      },
    );
    expect(((await invitations.json()) as { count: number }).count).toBe(1);
    expect(await callsTo('POST /v1/invitations')).toBeGreaterThan(before);
  });

  test('while the org is down a result waits, and is written when it is back', async () => {
    const { id, invitationId } = await invitedCheck();
    await product.orgControl('PUT', '/faults', [
      { match: 'PATCH /sobjects/Background_Check__c', times: 3, status: 503, errorCode: 'SERVER_UNAVAILABLE' },
    ]);
    await product.fillInForm(invitationId, '111-11-2001');
    await product.checkOnce(id, 'Completed', (row) => row['Status__c'] === 'Completed');
  });

  test('a session the org has ended is opened again', async () => {
    await product.orgControl('DELETE', '/sessions?username=connector@example.org');
    await invitedCheck();
  });
});

test('a report somebody ordered in the Checkr dashboard becomes a check of its own', async () => {
  const { id, invitationId } = await invitedCheck();
  await product.fillInForm(invitationId, '111-11-2001');
  const ordered = await product.checkOnce(id, 'Completed', (check) => check['Status__c'] === 'Completed');
  const response = await fetch(`${product.checkr.apiBase}/reports`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${product.checkr.apiKey}:`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      candidate_id: ordered['Checkr_Candidate_Id__c'],
      package: 'tasker_pro',
      work_locations: [{ country: 'US', state: 'IL' }],
    }),
  });
  const { id: reportId } = (await response.json()) as { id: string };
  const own = await pollUntil(
    async () =>
      (
        await product.admin.query(
          `SELECT Id, Lead__c, Source__c, Status__c FROM Background_Check__c WHERE Checkr_Report_Id__c = '${reportId}'`,
        )
      )[0],
    { what: 'a check of its own', deadlineMs: 20_000 },
  );
  expect(own['Id']).not.toBe(id);
  expect(own).toMatchObject({ Source__c: 'Dashboard' });
  await product.checkOnce(String(own['Id']), 'Completed', (check) => check['Status__c'] === 'Completed');
});

test('what a continuous check finds is a check of its own to be looked at, though no list holds its package', async () => {
  const { id, invitationId } = await invitedCheck();
  await product.fillInForm(invitationId, '111-11-2001');
  const ordered = await product.checkOnce(id, 'Completed', (check) => check['Status__c'] === 'Completed');
  const { id: reportId } = await product.checkrControl('POST', '/reports', {
    ...{ source: 'continuous_check', result: 'consider', candidate_id: ordered['Checkr_Candidate_Id__c'] },
  });
  const where = `Checkr_Report_Id__c = '${String(reportId)}' AND Status__c = 'Review Required'`;
  const own = await pollUntil(
    async () =>
      (
        await product.admin.query(
          `SELECT Source__c, Result__c, Cleared__c, Package__c FROM Background_Check__c WHERE ${where}`,
        )
      )[0],
    { what: 'a check of its own', deadlineMs: 20_000 },
  );
  expect(own).toMatchObject({ Source__c: 'Continuous', Result__c: 'Consider', Cleared__c: false, Package__c: null });
});

describe('abroad', () => {
  test('country and package go to Checkr, and the international searches come back with the result', async () => {
    const connector = await product.signIn('connector@example.org');
    const [packageRow] = await connector.query(
      `SELECT Id FROM Background_Check_Package__c WHERE Slug__c = 'international_basic_plus'`,
    );
    const lead = await product.createLead({
      City: 'Pune',
      State: 'Maharashtra',
      PostalCode: '411001',
      Country: 'India',
    });
    const id = await product.requestCheck(lead, { Package__c: packageRow?.['Id'] });
    const invited = await product.checkOnce(id, 'Invited', (check) => check['Status__c'] === 'Invited');
    await product.checkrControl('POST', `/invitations/${String(invited['Checkr_Invitation_Id__c'])}/complete`, {
      ...{ first_name: 'Asha', no_middle_name: true, last_name: 'Sample', dob: '1990-04-01', consent: true },
    });
    const done = await product.checkOnce(id, 'Completed', (check) => check['Status__c'] === 'Completed');
    expect(done).toMatchObject({ Result__c: 'Clear', Cleared__c: true });
    const screenings = await product.admin.query(
      `SELECT Type__c, Jurisdiction__c, Status__c, Result__c FROM Background_Check_Screening__c WHERE Background_Check__c = '${id}' ORDER BY Type__c`,
    );
    expect(screenings.map((row) => [row['Type__c'], row['Status__c']])).toEqual([
      ['international_adverse_media_search', 'Complete'],
      ['international_criminal_search', 'Complete'],
      ['international_global_watchlist_search', 'Complete'],
    ]);
    expect(screenings.find((row) => row['Type__c'] === 'international_criminal_search')).toMatchObject({
      Jurisdiction__c: 'IN',
      Result__c: 'Clear',
    });
  });

  test('a package for work in the US is refused with a help that names it', async () => {
    const id = await product.requestCheck(await product.createLead({ State: 'Bavaria', Country: 'Germany' }));
    const refused = await product.checkOnce(id, 'Error', (check) => check['Status__c'] === 'Error');
    expect(refused['Error_Help__c']).toMatch(/does not fit the person's Country/);
  });
});
