import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { childOf, childrenOf, parseXml, textOf, type XmlElement } from '../../../metadata/xml.ts';
import { createPackageOrg } from '../../../testing/package-org.ts';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

function setup() {
  const org = createPackageOrg();
  ends.push(org.stop);
  const sessionId = org.sessions.create(org.user('admin')).id;
  const call = async (body: string, session = sessionId) => {
    const header = `<SessionHeader><sessionId>${session}</sessionId></SessionHeader>`;
    const text = `<e:Envelope xmlns:e="x"><e:Header>${header}</e:Header><e:Body>${body}</e:Body></e:Envelope>`;
    const answer = await org.app.request('/services/Soap/m/66.0', { method: 'POST', body: text });
    return childOf(withoutPrefixes(parseXml(await answer.text(), 'answer')), 'Body')?.children[0];
  };
  /** The files by path, and why the rest is not there. */
  const retrieve = async (type: string, member: string) => {
    const types = `<types><members>${member}</members><name>${type}</name></types>`;
    const request = `<apiVersion>66.0</apiVersion><unpackaged>${types}<version>66.0</version></unpackaged>`;
    const asked = await call(`<retrieve><request>${request}</request></retrieve>`);
    const id = asked && textOf(childOf(asked, 'result') ?? asked, 'id');
    const status = `<asyncProcessId>${id}</asyncProcessId><includeZip>true</includeZip>`;
    const answer = await call(`<checkRetrieveStatus>${status}</checkRetrieveStatus>`);
    const result = answer && childOf(answer, 'result');
    if (!result) throw new Error('no result');
    const files = unzipSync(Buffer.from(textOf(result, 'zipFile') ?? '', 'base64'));
    const problems = childrenOf(result, 'messages').map((message) => textOf(message, 'problem'));
    const entries = Object.entries(files).map(([path, content]) => [path, strFromU8(content)] as const);
    return { files: new Map(entries), problems };
  };
  return { ...org, call, retrieve };
}

function withoutPrefixes(element: XmlElement): XmlElement {
  return { ...element, name: element.name.replace(/^.*:/, ''), children: element.children.map(withoutPrefixes) };
}

describe('retrieve', () => {
  test('gives a flow as it is in the org', async () => {
    const { files } = await setup().retrieve('Flow', 'Follow_Lead_Conversion');
    const flow = parseXml(files.get('unpackaged/flows/Follow_Lead_Conversion.flow') ?? '', 'flow');
    expect([flow.name, textOf(flow, 'status')]).toEqual(['Flow', 'Active']);
    expect(files.get('unpackaged/package.xml')).toContain('<members>Follow_Lead_Conversion</members>');
  });

  test('gives an outbound message with the endpoint it was deployed with', async () => {
    const { files } = await setup().retrieve('WorkflowOutboundMessage', 'Background_Check__c.Background_Check_Command');
    expect(files.get('unpackaged/workflows/Background_Check__c.workflow')).toContain(
      '<endpointUrl>http://127.0.0.1:1/background-check</endpointUrl>',
    );
  });

  test.each([true, false])('gives the lead settings as they are switched: %s', async (isOn) => {
    const { retrieve, app } = setup();
    const body = JSON.stringify({ requiresValidationForConvertedLeads: isOn });
    await app.request('/__control/settings', { method: 'PUT', body });
    const { files } = await retrieve('Settings', 'LeadConfig');
    expect(files.get('unpackaged/settings/LeadConfig.settings')).toContain(
      `<shouldLeadConvertRequireValidation>${isOn}</shouldLeadConvertRequireValidation>`,
    );
  });

  test.each([
    ['Flow', 'Nowhere', "Entity of type 'Flow' named 'Nowhere' cannot be found"],
    ['Settings', 'Account', "Entity of type 'Settings' named 'Account' cannot be found"],
    ['CustomObject', 'Lead', "Entity type: 'CustomObject' is not retrieved from this org"],
    ['Flow', '*', "Entity type: 'Flow': this org gives named components only, not all of a type"],
  ])('names what it cannot give: %s %s', async (type, member, problem) => {
    const { files, problems } = await setup().retrieve(type, member);
    expect(problems).toEqual([problem]);
    expect([...files.keys()]).toEqual(['unpackaged/package.xml']);
  });

  test('is for administrators', async () => {
    const { call, sessions, user } = setup();
    const answer = await call('<retrieve/>', sessions.create(user('requester')).id);
    expect(answer && textOf(answer, 'faultstring')).toContain('INSUFFICIENT_ACCESS');
  });
});

test('with Require Validation for Converted Leads off no lead is converted, and the refusal names it', () => {
  const { org, user, person } = setup();
  org.settings.requiresValidationForConvertedLeads = false;
  const { id } = person('Lead');
  const order = { leadId: String(id), convertedStatus: 'Closed - Converted', doNotCreateOpportunity: true };
  expect(org.convertLeadAs(user('admin'), order).errors[0]?.message).toContain(
    'Require Validation for Converted Leads',
  );
});

test('clients find flows, and who sends outbound messages, by a query', () => {
  const { query } = setup();
  expect(
    query("SELECT ApiName FROM FlowDefinitionView WHERE IsActive = true AND ApiName = 'Tell_About_Check'"),
  ).toHaveLength(1);
  const sends = query('SELECT Profile.Name, Username FROM User WHERE Profile.PermissionsSendOutboundMessages = true');
  expect(sends.map((row) => row['Username'])).toContain('requester@example.org');
  expect(sends.map((row) => row['Username'])).not.toContain('connector@example.org');
});
