import { describe, expect, test } from 'vitest';
import { componentSources, listOf, metadataFiles, textsOf, type Element } from './package-source.ts';

const has = (element: Element, name: string) => String(element[name] ?? '').trim() !== '';

test('every field says what it holds, to admins and to users', () => {
  const silent = metadataFiles('field').filter(({ root }) => !has(root, 'description') || !has(root, 'inlineHelpText'));
  expect(silent.map(({ path }) => path)).toEqual([]);
});

test('every field about a person says how sensitive it is', () => {
  const about = metadataFiles('field').filter(({ owner }) => owner !== 'Background_Check_Package__c');
  expect(about.filter(({ root }) => !has(root, 'securityClassification')).map(({ path }) => path)).toEqual([]);
});

test.each([
  'object',
  'flow',
  'validationRule',
  'permissionset',
  'customPermission',
  'tab',
  'app',
  'report',
  'reportType',
  'webLink',
  'notiftype',
])('every %s says what it is for', (ending) => {
  const files = metadataFiles(ending);
  expect(files).not.toEqual([]);
  expect(files.filter(({ root }) => !has(root, 'description')).map(({ path }) => path)).toEqual([]);
});

/** What is left of a text without its merge fields and its markup. */
const ownWords = (text: string) => text.replaceAll(/\{![^}]*\}|<[^>]*>/g, '').match(/\p{L}+/gu) ?? [];

describe('what a flow says to people is a label', () => {
  const flows = metadataFiles('flow').map((file) => [file.name, file.root] as const);

  test.each(flows)('%s', (_name, flow) => {
    const errors = listOf(flow, 'customErrors').flatMap((one) => listOf(one, 'customErrorMessages'));
    const screens = listOf(flow, 'screens');
    const said = [
      ...errors.flatMap((one) => textsOf(one, 'errorMessage')),
      ...screens.flatMap((one) => listOf(one, 'fields')).flatMap((one) => textsOf(one, 'fieldText')),
    ];
    expect(said.filter((text) => ownWords(text).length > 0)).toEqual([]);
    // Names of screens and buttons take no merge fields: they are shown as they stand, and translated with the flow.
    const named = screens.flatMap((one) => [...textsOf(one, 'label'), ...textsOf(one, 'nextOrFinishButtonLabel')]);
    expect(named.filter((text) => text.includes('{!'))).toEqual([]);
  });
});

test('every element of a flow that can fail says what happens then', () => {
  const tags = ['recordLookups', 'recordCreates', 'recordUpdates', 'recordDeletes', 'actionCalls'];
  const unguarded = metadataFiles('flow').flatMap(({ name, root }) =>
    tags
      .flatMap((tag) => listOf(root, tag))
      .filter((element) => !has(element, 'faultConnector') && element['faultConnector'] === undefined)
      .map((element) => `${name}.${String(element['name'])}`),
  );
  expect(unguarded.filter((name) => !LAST_RESORTS.includes(name))).toEqual([]);
});

/** They write what went wrong on the check; where that fails too, the platform mails the admin. */
const LAST_RESORTS = [
  'Send_Check_Alert.Find_Check',
  'Send_Check_Alert.Note_Failure',
  'Send_Check_Alert.Write_Help',
  'Show_Check_On_Contact.Write_Help',
  'Show_Check_On_Lead.Write_Help',
];

test('what a component says to people is a label', () => {
  const literals = [...componentSources('html')].flatMap(([path, html]) => {
    const texts = html.replaceAll(/<!--[^]*?-->/g, '').matchAll(/>([^<>{}]*\p{L}[^<>{}]*)</gu);
    const attributes = html.matchAll(/\b(?:label|title|alternative-text|placeholder|aria-label|heading)="([^"]*)"/g);
    return [...texts, ...attributes].map(([, words]) => `${path}: ${words?.trim()}`);
  });
  expect(literals).toEqual([]);
});

test('every label that is used is there, and every one that is there is used', () => {
  const there = metadataFiles('labels').flatMap(({ root }) =>
    listOf(root, 'labels').map((one) => String(one['fullName'])),
  );
  const code = [...componentSources('ts').values(), ...metadataFiles('flow').map(({ text }) => text)].join('\n');
  const used = new Set([...code.matchAll(/(?:@salesforce\/label\/c\.|\$Label\.)(\w+)/g)].map(([, name]) => name));
  expect([...used].filter((name) => !there.includes(name ?? '')).toSorted()).toEqual([]);
  expect(there.filter((name) => !used.has(name)).toSorted()).toEqual([]);
  expect(there).toEqual(there.toSorted((one, other) => (one < other ? -1 : 1)));
});
