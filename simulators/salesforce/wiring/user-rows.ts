import { ApiError } from '../database/api-error.ts';
import { FlowFault } from '../flows/flow-fault.ts';
import type { FlowRows } from '../flows/services.ts';
import type { ObjectDefinition, SObject } from '../model.ts';
import type { SaveResult, Transaction } from '../save-model.ts';
import type { SimulatedOrg } from '../org.ts';

/** The rows of a transaction as its user may see and change them: object, field and record rights. */
export function rowsOfUser(org: SimulatedOrg, transaction: Transaction): FlowRows {
  const { user } = transaction;
  const access = org.accessOf(user);
  const visible = (object: string, row: SObject): SObject =>
    Object.fromEntries(Object.entries(row).filter(([field]) => field === 'Id' || access.canReadField(object, field)));
  const refuseUnseen = (object: string) => {
    if (!access.canRead(object)) throw new FlowFault(`INVALID_TYPE: sObject type '${object}' is not supported.`);
  };
  return {
    objectDefinition: (object) => visibleDefinition(transaction.objectDefinition(object), access.canReadField),
    read(object, id) {
      const row = access.canRead(object) ? transaction.read(object, id) : null;
      return row && access.canReadRow(object, row) ? visible(object, row) : null;
    },
    find(object, matches) {
      refuseUnseen(object);
      const rows = transaction.find(object, (row) => access.canReadRow(object, row) && matches(row));
      return rows.map((row) => visible(object, row));
    },
    insert: (object, rows) => attempt(rows, () => org.insertAs(user, object, rows)),
    update: (object, rows) => attempt(rows, () => org.updateAs(user, object, rows)),
    remove: (object, ids) => attempt(ids, () => org.deleteAs(user, object, ids)),
  };
}

/** A field without read access is unknown to the user. */
function visibleDefinition(
  definition: ObjectDefinition,
  canReadField: (object: string, field: string) => boolean,
): ObjectDefinition {
  const fields = [...definition.fields].filter(([name]) => name === 'Id' || canReadField(definition.name, name));
  return { ...definition, fields: new Map(fields) };
}

/** An object the user may not write at all refuses each row. */
function attempt(asked: unknown[], work: () => SaveResult[]): SaveResult[] {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { errorCode: statusCode, message } = error;
    return asked.map(() => ({ id: null, errors: [{ statusCode, message, fields: [] }] }));
  }
}
