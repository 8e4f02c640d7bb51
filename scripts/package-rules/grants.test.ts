import { describe, expect, test } from 'vitest';
import { componentSources, listOf, metadataFiles, type Element } from './package-source.ts';
import { placesOfUse } from './places-of-use.ts';

/** The Connector's grants are tried out one by one in `connector/test/permissions.test.ts`. */
const SETS = ['Requester', 'Reviewer', 'Admin', 'Purge_Audit'].map((name) => `Background_Check_${name}`);
const files = metadataFiles('permissionset').filter(({ name }) => SETS.includes(name));
const use = placesOfUse();
const yes = (element: Element, name: string) => element[name] === 'true';
const named = (list: Element[], key: string) => list.map((one) => String(one[key]));
const logic = [...metadataFiles('flow'), ...metadataFiles('validationRule')].map(({ text }) => text).join('\n');

test('all four permission sets are looked at', () => {
  expect(files.map(({ name }) => name).toSorted()).toEqual(SETS.toSorted());
});

describe.each(files.map((file) => [file.name, file.root] as const))(
  '%s holds nothing that is not used',
  (_name, set) => {
    const fields = listOf(set, 'fieldPermissions');
    const objects = listOf(set, 'objectPermissions');
    const custom = named(listOf(set, 'customPermissions'), 'name');

    test('every field it may read is shown somewhere', () => {
      expect(named(fields, 'field').filter((field) => !use.shows(field))).toEqual([]);
    });

    test('every field it may edit can be changed somewhere', () => {
      const editable = fields.filter((field) => yes(field, 'editable'));
      expect(named(editable, 'field').filter((field) => !use.changes(field))).toEqual([]);
    });

    test('every object it may create or edit has a field it may edit', () => {
      const isEdited = (object: string) =>
        fields.some((field) => yes(field, 'editable') && String(field['field']).startsWith(`${object}.`));
      const changed = objects.filter(
        (one) => (yes(one, 'allowCreate') || yes(one, 'allowEdit')) && !yes(one, 'allowDelete'),
      );
      expect(named(changed, 'object').filter((object) => !isEdited(object))).toEqual([]);
    });

    test('only the audit trail can be deleted or modified as a whole, and only with the permission to purge it', () => {
      const removable = objects.filter((one) => yes(one, 'allowDelete') || yes(one, 'modifyAllRecords'));
      const purges = custom.includes('Purge_Background_Check_Audit');
      expect(named(removable, 'object')).toEqual(purges ? ['Background_Check_Event__c'] : []);
    });

    test('every custom permission is asked for by a flow or a rule', () => {
      expect(custom.filter((name) => !logic.includes(`$Permission.${name}`))).toEqual([]);
    });

    test('every tab shows an object it may read, every flow is a screen flow, and no user permission is given', () => {
      const readable = named(objects, 'object');
      const screens = metadataFiles('flow').filter(({ root }) => root['processType'] === 'Flow');
      expect(named(listOf(set, 'tabSettings'), 'tab').filter((tab) => !isTabOf(tab, readable))).toEqual([]);
      expect(
        named(listOf(set, 'flowAccesses'), 'flow').filter((flow) => !screens.some(({ name }) => name === flow)),
      ).toEqual([]);
      expect(listOf(set, 'userPermissions')).toEqual([]);
    });
  },
);

/** A tab of an object, or of a page of our own. */
function isTabOf(tab: string, readable: string[]): boolean {
  const file = metadataFiles('tab').find(({ name }) => name === tab);
  return file !== undefined && (readable.includes(tab) || file.root['flexiPage'] !== undefined);
}

test('a field nobody shows is noticed', () => {
  expect(use.shows('Background_Check__c.Connection_Key__c')).toBe(true);
  expect(use.shows('Background_Check__c.Nowhere__c')).toBe(false);
  expect(use.changes('Background_Check__c.Connection_Key__c')).toBe(false);
});

test('components ask only for custom permissions the package has', () => {
  const asked = [...componentSources('ts').values()].flatMap((text) => [
    ...text.matchAll(/@salesforce\/customPermission\/(\w+)/g),
  ]);
  const known = metadataFiles('customPermission').map(({ name }) => name);
  expect(asked.map(([, name]) => name).filter((name) => !known.includes(name ?? ''))).toEqual([]);
});
