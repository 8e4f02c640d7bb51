import { expect, test } from 'vitest';
import { parseXml } from '../metadata/xml.ts';
import { readOutboundMessages } from './outbound-message.ts';

const PATH = 'force-app/org/default/workflows/Check__c.workflow-meta.xml';
const message = (change = (text: string) => text) =>
  change(
    '<outboundMessages><fullName>Command</fullName><apiVersion>66.0</apiVersion><endpointUrl>http://127.0.0.1:5000/x?a=1&amp;b=2</endpointUrl><fields>Id</fields><fields>Status__c</fields><includeSessionId>false</includeSessionId><integrationUser>connector@example.org</integrationUser><name>Command</name><protected>false</protected><useDeadLetterQueue>false</useDeadLetterQueue></outboundMessages>',
  );
const read = (inside: string) => readOutboundMessages(parseXml(`<Workflow>${inside}</Workflow>`, PATH), PATH);

test('a message is named after its object and knows where it goes', () => {
  expect(read(message())).toEqual([
    {
      name: 'Check__c.Command',
      object: 'Check__c',
      apiVersion: '66.0',
      endpointUrl: 'http://127.0.0.1:5000/x?a=1&b=2',
      fields: ['Id', 'Status__c'],
      integrationUser: 'connector@example.org',
    },
  ]);
});

test.each([
  ['a workflow rule', '<rules><fullName>R</fullName></rules>', '<rules>'],
  [
    'a missing user',
    message((text) => text.replace(/<integrationUser>.*<\/integrationUser>/, '')),
    '<integrationUser> is missing',
  ],
  [
    'a placeholder as endpoint',
    message((text) => text.replace(/<endpointUrl>.*<\/endpointUrl>/, '<endpointUrl>__X__</endpointUrl>')),
    '__X__ is not a URL',
  ],
  ['an unknown element', message((text) => text.replace('<protected>', '<protected2/><protected>')), '<protected2>'],
])('%s is refused by name', (_what, inside, reason) => {
  expect(() => read(inside)).toThrow(reason);
});
