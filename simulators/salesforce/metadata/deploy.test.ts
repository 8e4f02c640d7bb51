import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createSalesforceSimulator } from '../simulator.ts';
import { LIBRARY } from '../testing/serve-org.ts';
import { componentsOf } from './schema.ts';

const cleanUps: (() => void)[] = [];
afterEach(() => cleanUps.splice(0).forEach((cleanUp) => cleanUp()));

/** A copy of the library with some files added or replaced, and an empty org to deploy it into. */
function setup(files: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'library-'));
  cpSync(dirname(LIBRARY), folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'app/default', path)), { recursive: true });
    writeFileSync(join(folder, 'app/default', path), text);
  }
  const simulator = createSalesforceSimulator();
  cleanUps.push(simulator.stop, () => rmSync(folder, { recursive: true }));
  const deploy = (env: Record<string, string> = { LIBRARY_URL: 'https://library.example.org/' }) => {
    const result = simulator.deploy({ sources: [join(folder, 'app')], env });
    return 'problems' in result ? result.problems : [];
  };
  return { ...simulator, deploy };
}

const loanField = (name: string, body: string) => ({
  [`objects/Loan__c/fields/${name}.field-meta.xml`]: `<CustomField>\n<fullName>${name}</fullName>\n${body}\n</CustomField>`,
});
const permissionSet = (body: string) => ({
  'permissionsets/Odd.permissionset-meta.xml': `<PermissionSet>${body}<label>Odd</label></PermissionSet>`,
});

test('a package is loaded with its replacements filled from the environment', () => {
  const { deploy, org } = setup();
  expect(deploy()).toEqual([]);
  expect(org.objectDefinition('Loan__c').label).toBe('Loan');
  const [label] = componentsOf(org.schema(), 'CustomLabel');
  expect(label?.element.children.find(({ name }) => name === 'value')?.text).toBe('https://library.example.org/');
});

test('a variable that is not set is a problem, and nothing is deployed', () => {
  const { deploy, org } = setup();
  expect(deploy({})).toMatchObject([{ message: expect.stringContaining('LIBRARY_URL is not set') }]);
  expect(() => org.objectDefinition('Loan__c')).toThrow('does not exist');
});

test.each([
  ['an unknown folder', { 'classes/Odd.cls': 'x' }, 'folder classes holds no metadata type this org knows'],
  ['a wrong ending', { 'flows/Odd.xml': '<Flow/>' }, 'expected a file ending in .flow-meta.xml'],
  ['broken XML', loanField('Odd__c', '<type>'), 'unexpected close tag'],
  ['an unknown field type', loanField('Odd__c', '<type>Html</type>'), 'field type Html is not known to this org'],
  [
    'an unknown element',
    loanField('Odd__c', '<lookupFilter/><label>x</label><length>5</length><type>Text</type>'),
    'element lookupFilter',
  ],
  ['a text without length', loanField('Odd__c', '<label>x</label><type>Text</type>'), 'Text needs a length'],
  [
    'a lookup to nowhere',
    loanField(
      'Odd__c',
      '<label>x</label><referenceTo>Nope__c</referenceTo><relationshipName>A</relationshipName><type>Lookup</type>',
    ),
    'referenceTo Nope__c is no object of this org',
  ],
  [
    'a formula with an unknown field',
    loanField('Odd__c', '<formula>ISBLANK(Nope__c)</formula><label>x</label><type>Checkbox</type>'),
    'Field Nope__c does not exist',
  ],
  [
    'a permission for an unknown field',
    permissionSet(
      '<fieldPermissions><editable>false</editable><field>Loan__c.Nope__c</field><readable>true</readable></fieldPermissions>',
    ),
    'no CustomField named Loan__c.Nope__c found',
  ],
  [
    'a permission for a required field',
    permissionSet(
      '<fieldPermissions><editable>true</editable><field>Shelf__c.Code__c</field><readable>true</readable></fieldPermissions>',
    ),
    'You cannot deploy to a required field: Shelf__c.Code__c',
  ],
  [
    'a formula field that is editable',
    permissionSet(
      '<fieldPermissions><editable>true</editable><field>Loan__c.Is_Costly__c</field><readable>true</readable></fieldPermissions>',
    ),
    'can never be edited',
  ],
  [
    'a right without the one it depends on',
    permissionSet('<objectPermissions><allowCreate>true</allowCreate><object>Loan__c</object></objectPermissions>'),
    'create depends on read',
  ],
  [
    'a permission set with a long description',
    permissionSet(`<description>${'x'.repeat(256)}</description>`),
    'Value too long for field: description maximum length is:255',
  ],
  [
    'a field with a long help text',
    loanField('Odd__c', `<inlineHelpText>${'x'.repeat(511)}</inlineHelpText><label>x</label><type>Date</type>`),
    'Value too long for field: inlineHelpText maximum length is:510',
  ],
  [
    'a list view of an unknown column',
    {
      'objects/Loan__c/listViews/Odd.listView-meta.xml':
        '<ListView>\n<fullName>Odd</fullName>\n<columns>Nope__c</columns></ListView>',
    },
    'Could not resolve list view column: Nope__c',
  ],
  [
    'a page with an unknown component',
    {
      'flexipages/Odd.flexipage-meta.xml':
        '<FlexiPage><flexiPageRegions><componentName>nope</componentName></flexiPageRegions></FlexiPage>',
    },
    'design time component information for component nope',
  ],
])('%s is a problem that names the component', (_what, files: Record<string, string>, message) => {
  const problems = setup(files).deploy();
  expect(problems.map((problem) => problem.message)).toEqual([expect.stringContaining(message)]);
  expect(problems[0]?.path).toContain(Object.keys(files)[0]);
});

test('a problem tells the line', () => {
  const [problem] = setup(
    loanField('Odd__c', '<lookupFilter/>\n<label>x</label><length>5</length><type>Text</type>'),
  ).deploy();
  expect(problem).toMatchObject({ component: 'CustomField Loan__c.Odd__c', line: 3 });
});
