import { ApiError } from '../database/api-error.ts';
import { isInGroupNamed } from '../database/permissions/memberships.ts';
import { componentsOf } from '../metadata/schema.ts';
import type { FieldDefinition, ObjectDefinition, RunningUser } from '../model.ts';
import type { SimulatedOrg } from '../org.ts';
import type { ListView } from './list-view.ts';
import { readListView } from './read-list-view.ts';

const USUAL_FIELDS = ['Company', 'AccountId', 'Title', 'Email', 'Phone', 'Status'];
const TOO_LONG = ['TextArea', 'LongTextArea', 'Checkbox', 'Url'];
const MOST_COLUMNS = 6;

/** The list views of an object the user may choose from, by label; administrators see them all. */
export function listViewsFor(org: SimulatedOrg, user: RunningUser, object: ObjectDefinition): ListView[] {
  const deployed = componentsOf(org.schema(), 'ListView')
    .filter(({ fullName }) => fullName.startsWith(`${object.name}.`))
    .map((component) => readListView(org.schema(), component));
  if (deployed.length === 0) return [everything(object)];
  return deployed
    .filter(({ sharedWith }) => !sharedWith || user.isAdmin || isInGroupNamed(org.database.store, user.id, sharedWith))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** The view of that name; without a name `All`, or the first. @throws ApiError 404 when the user has no such view. */
export function chosenView(views: ListView[], name: string | undefined): ListView {
  const found =
    name === undefined
      ? (views.find((view) => view.name === 'All') ?? views[0])
      : views.find((view) => view.name === name);
  if (found) return found;
  throw new ApiError(404, 'NOT_FOUND', "You don't have access to this list view, or it doesn't exist.");
}

/** Of an object nobody made a list view for: every record, with what tells one from another. */
function everything(object: ObjectDefinition): ListView {
  const usual = USUAL_FIELDS.flatMap((name) => object.fields.get(name) ?? []);
  const custom = [...object.fields.values()].filter(
    ({ name, type }) => name.endsWith('__c') && !TOO_LONG.includes(type),
  );
  const last = object.fields.get('CreatedDate');
  const columns: FieldDefinition[] = [...usual, ...custom].slice(0, MOST_COLUMNS);
  return {
    name: 'All',
    label: `All ${object.pluralLabel}`,
    object: object.name,
    columns: last ? [...columns, last] : columns,
    filters: [],
    isOwnRowsOnly: false,
    sharedWith: undefined,
  };
}
