import { ApiError } from '../../database/api-error.ts';
import type { ObjectDefinition, RunningUser } from '../../model.ts';
import type { Org } from '../../org-model.ts';
import { selectAll, selectField, selectionOf, soqlColumns, type FieldSelection } from './field-selection.ts';
import { recordRepresentation, type RecordRepresentation } from './record-representation.ts';

const STAMPS = ['LastModifiedDate', 'LastModifiedById', 'SystemModstamp'];

/** The object an id belongs to. @throws ApiError 404 for an id of no object. */
export function objectOfId(org: Org, id: string): ObjectDefinition {
  const found = org.objectDefinitions().find(({ keyPrefix }) => id.startsWith(keyPrefix));
  if (found && /^[0-9A-Za-z]{15}([0-9A-Za-z]{3})?$/.test(id)) return found;
  throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
}

/**
 * A record with the fields asked for, as `Lead.Name` or `Lead.Owner.Name`.
 * Of `optionalFields` those the user cannot see are left out; one of `fields` is an error.
 * @throws ApiError 400 `INVALID_FIELD`, 403 `INSUFFICIENT_ACCESS`, 404 `NOT_FOUND`.
 */
export function readRecord(
  reader: { org: Org; user: RunningUser },
  id: string,
  wanted: { fields: string[]; optionalFields: string[] },
): RecordRepresentation {
  const object = objectOfId(reader.org, id);
  const access = reader.org.accessOf(reader.user);
  if (!access.canRead(object.name)) throw noAccess();
  const selection = selectionOf(object);
  const select = (name: string) => selectField({ org: reader.org, access }, selection, pathIn(object, name));
  const unknown = wanted.fields.filter((name) => !select(name));
  if (unknown.length > 0) throw unknownFields(object, unknown);
  wanted.optionalFields.forEach(select);
  return readSelected(reader, id, selection);
}

/** A record with every field the user may read. */
export function readWholeRecord(reader: { org: Org; user: RunningUser }, id: string): RecordRepresentation {
  const object = objectOfId(reader.org, id);
  return readSelected(reader, id, selectAll(reader.org.accessOf(reader.user), object));
}

function readSelected(
  { org, user }: { org: Org; user: RunningUser },
  id: string,
  selection: FieldSelection,
): RecordRepresentation {
  const { object } = selection;
  const columns = new Set([...soqlColumns(selection), ...STAMPS.filter((name) => object.fields.has(name))]);
  const [row] = org.queryAs(user, `SELECT ${[...columns].join(', ')} FROM ${object.name} WHERE Id = '${id}'`);
  if (row) return recordRepresentation(selection, row);
  const exists = org.transact(user, (transaction) => transaction.read(object.name, id)) !== null;
  throw exists ? noAccess() : new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
}

function pathIn(object: ObjectDefinition, name: string): string[] {
  const [first, ...path] = name.split('.');
  return first === object.name ? path : [''];
}

function unknownFields(object: ObjectDefinition, names: string[]): ApiError {
  const list = names.map((name) => `'${name}'`).join(', ');
  const message = `No such column ${list} on entity '${object.name}'. The field does not exist or you do not have access to it.`;
  return new ApiError(400, 'INVALID_FIELD', message, names);
}

function noAccess(): ApiError {
  const message = "You don't have access to this record. Ask your administrator for help or to request access.";
  return new ApiError(403, 'INSUFFICIENT_ACCESS', message);
}
