import type { Component } from '../metadata/component.ts';
import { parseXml } from '../metadata/xml.ts';
import type { SObject } from '../model.ts';
import { createSalesforceSimulator } from '../simulator.ts';

const message = (name: string) =>
  `<outboundMessages><fullName>${name}</fullName><apiVersion>66.0</apiVersion><endpointUrl>http://127.0.0.1:1/${name}</endpointUrl><fields>Id</fields><includeSessionId>false</includeSessionId><integrationUser>connector@example.org</integrationUser><name>${name}</name><protected>false</protected></outboundMessages>`;

/** An org with nothing but leads and contacts, two outbound messages of a lead, a notification type and these flows. */
export function createLeadOrg(flows: Component[]) {
  const simulator = createSalesforceSimulator();
  const { org, outbound } = simulator;
  outbound.mode = { delayMs: 3_600_000 };
  const type =
    '<CustomNotificationType><customNotifTypeName>News</customNotifTypeName><desktop>true</desktop><masterLabel>News</masterLabel><mobile>false</mobile></CustomNotificationType>';
  const problems = org.deploy([
    component('Workflow', 'Lead', `<Workflow>${message('Told')}${message('Asked')}</Workflow>`),
    component('CustomNotificationType', 'News', type),
    ...flows,
  ]);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const user = (name: string) => {
    const found = org.findUser(`${name}@example.org`);
    if (!found) throw new Error(`no user ${name}`);
    return found;
  };
  const query = (soql: string) => org.queryAs(user('admin'), soql) as unknown as SObject[];
  return { ...simulator, user, query };
}

function component(type: string, fullName: string, xml: string): Component {
  const path = `${fullName}.${type.toLowerCase()}-meta.xml`;
  return {
    type,
    fullName,
    path: type === 'Workflow' ? `${fullName}.workflow-meta.xml` : path,
    element: parseXml(xml, path),
  };
}
