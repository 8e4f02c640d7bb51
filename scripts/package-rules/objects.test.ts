import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../lib/project-root.ts';
import { listOf, metadataFiles, textsOf, type Element, type MetadataFile } from './package-source.ts';

const OWN = ['', '_Adverse_Item', '_Event', '_Package', '_Screening'].map((part) => `Background_Check${part}__c`);
const fields = metadataFiles('field');
/** Fields that a permission set for people lets them read. */
const READ_BY_PEOPLE = new Set(
  metadataFiles('permissionset')
    .filter(({ name }) => name !== 'Background_Check_Connector')
    .flatMap(({ root }) => listOf(root, 'fieldPermissions'))
    .map((one) => String(one['field'])),
);
const has = (element: Element, name: string, value: string) => element[name] === value;
const ofObject = (ending: string, object: string) => metadataFiles(ending).filter(({ owner }) => owner === object);

test("these are all the objects there are, and nothing of the org's own objects is overwritten", () => {
  expect(
    metadataFiles('object')
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(OWN.toSorted());
  const layouts = metadataFiles('layout').map(({ name }) => name.split('-')[0] ?? '');
  expect(layouts.toSorted()).toEqual(OWN.toSorted());
  const compact = metadataFiles('compactLayout').map(({ owner }) => owner);
  expect(compact.toSorted()).toEqual(OWN.toSorted());
});

describe.each(OWN)('%s', (object) => {
  const root = metadataFiles('object').find(({ name }) => name === object)?.root ?? {};
  const own = fields.filter(({ owner }) => owner === object);

  test('has a compact layout that is the one shown', () => {
    expect(ofObject('compactLayout', object).map(({ name }) => name)).toEqual([root['compactLayoutAssignment']]);
  });

  test('shows every field on its page that somebody but the connector may read', () => {
    const layout = metadataFiles('layout').find(({ name }) => name.startsWith(`${object}-`));
    const shown = [...(layout?.text ?? '').matchAll(/<field>([^<]+)<\/field>/g)].map(([, name]) => name);
    const hidden = own.map(({ name }) => name).filter((name) => !shown.includes(name));
    expect(hidden.filter((name) => READ_BY_PEOPLE.has(`${object}.${name}`))).toEqual([]);
    expect(hidden.filter((name) => name !== 'Parked_Message__c')).toEqual([]);
  });

  test('has a list of all rows, and lists whose names fit', () => {
    const lists = ofObject('listView', object);
    expect(lists.map(({ name }) => name)).toContain('All');
    expect(lists.filter(({ root: list }) => String(list['label']).length >= 40).map(({ path }) => path)).toEqual([]);
  });

  test('can be reported on, and is closed to users outside the company', () => {
    expect(root).toMatchObject({ enableReports: 'true' });
    expect(['Private', 'ControlledByParent']).toContain(root['externalSharingModel']);
  });

  test('keeps the history of no more fields than Salesforce does', () => {
    const tracked = own.filter(({ root: field }) => has(field, 'trackHistory', 'true'));
    expect(tracked.length).toBeLessThanOrEqual(20);
    if (tracked.length > 0) expect(root).toMatchObject({ enableHistory: 'true' });
  });
});

describe('sensitivity', () => {
  const isAboutPerson = ({ root }: MetadataFile) => root['complianceGroup'] !== undefined;
  const isSensitive = ({ root }: MetadataFile) => root['securityClassification'] !== 'Internal';
  const paths = (files: MetadataFile[]) => files.map(({ path }) => path);

  test('what is about a person is personal data, more sensitive than internal', () => {
    const about = fields.filter(isAboutPerson);
    expect(paths(about.filter(({ root }) => !has(root, 'complianceGroup', 'PII')))).toEqual([]);
    expect(paths(about.filter((field) => !isSensitive(field)))).toEqual([]);
  });

  test('what is more sensitive than internal is about a person, but for the address of a system', () => {
    const labelled = fields.filter(({ root }) => root['securityClassification'] !== undefined);
    const other = labelled.filter((field) => isSensitive(field) && !isAboutPerson(field));
    expect(other.map(({ name }) => name)).toEqual(['ATS_Webhook_URL__c']);
  });

  test('names, addresses, birth dates and numbers of people are in no object but the Lead and the Contact', () => {
    const personal = /SSN|Birth|First_Name|Last_Name|Email|Phone|Street|City|Postal/;
    const found = fields.filter(({ name, root }) => personal.test(name) || has(root, 'type', 'EncryptedText'));
    expect(found.filter(({ owner }) => OWN.includes(owner)).map(({ path }) => path)).toEqual([]);
    expect(found.filter(({ path }) => !path.startsWith('force-app/direct/')).map(({ path }) => path)).toEqual([]);
  });
});

describe('one package for every org', () => {
  const project = JSON.parse(readFileSync(join(projectRoot, 'sfdx-project.json'), 'utf8')) as {
    packageDirectories: Record<string, unknown>[];
  };

  test('force-app/main is an unlocked package; the other folders are deployed to each org', () => {
    const [main, ...others] = project.packageDirectories;
    expect(main).toMatchObject({ path: 'force-app/main', default: true, package: 'Background Checks' });
    expect(String(main?.['versionNumber'])).toMatch(/^\d+\.\d+\.\d+\.NEXT$/);
    for (const other of others) expect(Object.keys(other)).toEqual(['path']);
  });

  test.each(['workflow', 'dashboard', 'dashboardFolder', 'eca', 'ecaOauth', 'ecaGlblOauth', 'ecaPlcy', 'ecaOauthPlcy'])(
    'it holds no %s: those name users, addresses or keys of one org',
    (ending) => {
      const inside = metadataFiles(ending).filter(({ path }) => path.startsWith('force-app/main/'));
      expect(inside.map(({ path }) => path)).toEqual([]);
    },
  );

  test('it names no outbound message, no user and no address', () => {
    const main = ['flow', 'group', 'queue', 'sharingRules', 'app', 'flexipage'].flatMap((ending) =>
      metadataFiles(ending).filter(({ path }) => path.startsWith('force-app/main/')),
    );
    const bound = main.filter(({ text }) =>
      /outboundMessage|queueMembers|https?:\/\/(?!soap\.sforce|www\.w3)|@\w+\.\w/.test(text),
    );
    expect(bound.map(({ path }) => path)).toEqual([]);
  });
});

test('the app leads to every object people look for, and to the reviews', () => {
  const [app] = metadataFiles('app');
  const tabs = textsOf(app?.root ?? {}, 'tabs');
  expect(tabs).toEqual(
    expect.arrayContaining([
      'Background_Check__c',
      'Background_Check_Reviews',
      'Background_Check_Package__c',
      'Background_Check_Event__c',
      'standard-report',
    ]),
  );
  expect(textsOf(app?.root ?? {}, 'formFactors').toSorted()).toEqual(['Large', 'Small']);
});

test('every lookup to a person outlives the person, and the audit trail outlives the check', () => {
  const lookups = fields.filter(({ root, owner }) => has(root, 'type', 'Lookup') && OWN.includes(owner));
  const rules = Object.fromEntries(
    lookups.map(({ owner, name, root }) => [`${owner}.${name}`, root['deleteConstraint']]),
  );
  expect(rules).toMatchObject({
    'Background_Check__c.Lead__c': 'SetNull',
    'Background_Check__c.Contact__c': 'SetNull',
    'Background_Check_Event__c.Background_Check__c': 'Restrict',
  });
  expect(listOf({ rules: Object.values(rules) }, 'rules').filter((rule) => String(rule) === 'Cascade')).toEqual([]);
});
