import { expect, test } from 'vitest';

import { createParcelOrg } from '../../pages/testing/parcel-org.ts';

const ROOT = '/services/data/v66.0/ui-api';

function setup() {
  const { insert, request, user } = createParcelOrg();
  const leadId = insert('requester', 'Lead', { FirstName: 'Ada', LastName: 'Example', Company: 'Analytical Ltd' });
  const parcel = (row: object = {}) => insert('requester', 'Parcel__c', { Lead__c: leadId, ...row });
  const call = async (path: string, init?: { as?: string; method?: string; body?: unknown }) => {
    const response = await request(init?.as ?? 'requester', `${ROOT}${path}`, init);
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  return { leadId, parcel, call, user };
}

test('a record comes with the fields asked for, each with value and display value', async () => {
  const { parcel, call } = setup();
  const id = parcel({ Weight__c: 12.5, Sent_At__c: '2026-11-20T16:00:00Z' });
  const fields = ['Name', 'Size__c', 'Weight__c', 'Sent_At__c'].map((name) => `Parcel__c.${name}`).join();
  const { status, body } = await call(`/records/${id}?fields=${fields}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ apiName: 'Parcel__c', id, lastModifiedDate: '2026-11-20T16:00:00.000Z' });
  expect(body.fields).toEqual({
    Name: { value: 'P-0001', displayValue: null },
    Size__c: { value: 'S', displayValue: 'Small' },
    Weight__c: { value: 12.5, displayValue: '12.50' },
    Sent_At__c: { value: '2026-11-20T16:00:00.000Z', displayValue: '11/20/2026, 4:00 PM' },
  });
});

test('parents are records inside the record', async () => {
  const { parcel, call, leadId } = setup();
  const { body } = await call(`/records/${parcel()}?fields=Parcel__c.Lead__r.Name,Parcel__c.Lead__r.Owner.Name`);
  expect(body.fields.Lead__r).toMatchObject({ displayValue: 'Ada Example', value: { apiName: 'Lead', id: leadId } });
  expect(body.fields.Lead__r.value.fields.Owner.value.fields.Name.value).toBe('Rita Requester');
});

test.each(['Parcel__c.Nonsense__c', 'Parcel__c.Secret__c', 'Lead.Name', 'Parcel__c.Lead__r.Nonsense'])(
  'the field %s, unknown to the user, is refused by name, and left out when optional',
  async (field) => {
    const { parcel, call } = setup();
    const id = parcel();
    const refused = await call(`/records/${id}?fields=Parcel__c.Name,${field}`);
    expect(refused.status).toBe(400);
    expect(refused.body[0]).toMatchObject({ errorCode: 'INVALID_FIELD', message: expect.stringContaining(field) });
    const optional = await call(`/records/${id}?fields=Parcel__c.Name&optionalFields=${field}`);
    expect(Object.keys(optional.body.fields)).toEqual(['Name']);
  },
);

test('what the user may not see is refused, what does not exist is not found', async () => {
  const { parcel, call } = setup();
  const id = parcel();
  expect((await call(`/records/${id}?fields=Parcel__c.Name`, { as: 'noaccess' })).body[0].errorCode).toBe(
    'INSUFFICIENT_ACCESS',
  );
  expect((await call(`/records/zzz000000000001?fields=X.Y`)).status).toBe(404);
  const missing = `${id.slice(0, 12)}zzz`;
  expect((await call(`/records/${missing}?fields=Parcel__c.Name`)).status).toBe(404);
});

test('a record is created, changed and deleted', async () => {
  const { call, leadId } = setup();
  const created = await call('/records', {
    method: 'POST',
    body: { apiName: 'Parcel__c', fields: { Lead__c: leadId } },
  });
  expect(created.status).toBe(201);
  const { id } = created.body;
  const changed = await call(`/records/${id}`, { method: 'PATCH', body: { fields: { Size__c: 'L' } } });
  expect(changed.body.fields.Size__c).toEqual({ value: 'L', displayValue: 'Large' });
  expect((await call(`/records/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await call(`/records/${id}?fields=Parcel__c.Name`)).status).toBe(404);
});

test('a refused write tells errors of fields and of the record apart', async () => {
  const { parcel, call } = setup();
  const { status, body } = await call(`/records/${parcel()}`, { method: 'PATCH', body: { fields: { Weight__c: 21 } } });
  expect(status).toBe(400);
  expect(body).toMatchObject({ statusCode: 400, enhancedErrorType: 'RecordError', output: { errors: [] } });
  expect(body.output.fieldErrors.Weight__c[0]).toMatchObject({
    message: 'Nobody can carry that.',
    fieldLabel: 'Weight',
  });

  const orphan = await call('/records', { method: 'POST', body: { apiName: 'Parcel__c', fields: {} } });
  expect(orphan.body.output.errors[0].message).toBe('A parcel needs somebody to go to.');
  expect(orphan.body.output.fieldErrors).toEqual({});
});

test('writes need access to the object and to the field', async () => {
  const { parcel, call, leadId } = setup();
  const stranger = await call('/records', {
    as: 'noaccess',
    method: 'POST',
    body: { apiName: 'Parcel__c', fields: { Lead__c: leadId } },
  });
  expect(stranger.status).toBeGreaterThanOrEqual(400);
  expect(stranger.body.output.errors).toHaveLength(1);
  const secret = await call(`/records/${parcel()}`, { method: 'PATCH', body: { fields: { Secret__c: 'x' } } });
  expect(secret.status).toBe(400);
});

test('a change based on an older state is refused when the caller says so', async () => {
  const { simulator, insert, user } = createParcelOrg();
  const id = insert('requester', 'Lead', { LastName: 'Example', Company: 'Analytical Ltd' });
  const patch = (since: string) =>
    simulator.app.request(`${ROOT}/records/${id}`, {
      method: 'PATCH',
      headers: {
        Authorization: `Bearer ${simulator.sessions.create(user('requester')).id}`,
        'If-Modified-Since': since,
      },
      body: JSON.stringify({ fields: { Company: 'Bees' } }),
    });
  expect((await patch('Fri, 20 Nov 2026 15:59:59 GMT')).status).toBe(412);
  expect((await patch('Fri, 20 Nov 2026 16:00:00 GMT')).status).toBe(200);
});

test('the description of an object holds what this user may do', async () => {
  const { call } = setup();
  const { body } = await call('/object-info/Parcel__c');
  expect(body).toMatchObject({ label: 'Parcel', createable: true });
  expect(body.fields.Secret__c).toBeUndefined();
  expect(body.fields.Name).toMatchObject({ createable: false, updateable: false, calculated: true });
  expect(body.fields.Lead__c).toMatchObject({ dataType: 'Reference', relationshipName: 'Lead__r', updateable: true });
  const lead = await call('/object-info/Lead');
  expect(lead.body.childRelationships).toMatchObject([
    { childObjectApiName: 'Parcel__c', relationshipName: 'Parcels__r' },
  ]);
  expect((await call('/object-info/Parcel__c', { as: 'noaccess' })).status).toBe(403);
});

test('picklists come with their choices and the preset one', async () => {
  const { call } = setup();
  const { body } = await call('/object-info/Parcel__c/picklist-values/012000000000000AAA');
  expect(body.picklistFieldValues.Size__c).toMatchObject({
    defaultValue: { value: 'S' },
    values: [{ label: 'Small' }, { label: 'Large' }],
  });
});

test('without a session nothing is answered, and what is not supported is refused by name', async () => {
  const { simulator } = createParcelOrg();
  expect((await simulator.app.request(`${ROOT}/object-info/Lead`)).status).toBe(401);
  const { call, leadId } = setup();
  const { status, body } = await call(`/records/${leadId}?layoutTypes=Full`);
  expect(status).toBe(400);
  expect(body[0].message).toContain('layoutTypes');
});
