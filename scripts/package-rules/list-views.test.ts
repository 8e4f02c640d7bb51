import { describe, expect, test } from 'vitest';
import { listOf, metadataFiles, textsOf, type MetadataFile } from './package-source.ts';

/** People with a permission set, and the group they are put into (docs/admin.md). */
const PEOPLE = [
  { set: 'Background_Check_Requester', group: undefined },
  { set: 'Background_Check_Reviewer', group: 'Background_Check_Reviewers' },
  { set: 'Background_Check_Admin', group: 'Background_Check_Admins' },
];
const views = metadataFiles('listView');
const fields = metadataFiles('field');

/** Required fields, master-details and standard fields are readable with their object. */
function alwaysReadable(object: string, name: string): boolean {
  const field = fields.find((file) => file.owner === object && file.name === name);
  return !field || field.root['required'] === 'true' || field.root['type'] === 'MasterDetail';
}

/** Lists these people are offered. */
function offeredTo({ set, group }: (typeof PEOPLE)[number]): MetadataFile[] {
  const root = metadataFiles('permissionset').find(({ name }) => name === set)?.root ?? {};
  const objects = listOf(root, 'objectPermissions').map((one) => String(one['object']));
  return views.filter(({ owner, root: view }) => {
    const groups = listOf(view, 'sharedTo').flatMap((shared) => textsOf(shared, 'group'));
    return objects.includes(owner) && (groups.length === 0 || groups.some((each) => each === group));
  });
}

describe.each(PEOPLE)('lists offered to people with $set', (people) => {
  const root = metadataFiles('permissionset').find(({ name }) => name === people.set)?.root ?? {};
  const readable = new Set(listOf(root, 'fieldPermissions').map((one) => String(one['field'])));

  test('filter only by what they may read', () => {
    const blind = offeredTo(people).flatMap(({ owner, name, root: view }) =>
      listOf(view, 'filters')
        .map((filter) => String(filter['field']))
        .filter((field) => !alwaysReadable(owner, field) && !readable.has(`${owner}.${field}`))
        .map((field) => `${owner}.${name} by ${field}`),
    );
    expect(blind).toEqual([]);
  });

  test('are at least the list of all checks', () => {
    expect(offeredTo(people).map(({ owner, name }) => `${owner}.${name}`)).toContain('Background_Check__c.All');
  });
});

test('a list that speaks of a pass filters by Cleared, which alone means one', () => {
  const passes = views.filter(({ root }) => /clear|pass/i.test(String(root['label'])));
  expect(passes.map(({ name }) => name)).toContain('Cleared_Ending');
  for (const { root } of passes)
    expect(listOf(root, 'filters')).toContainEqual({ field: 'Cleared__c', operation: 'equals', value: '1' });
});
