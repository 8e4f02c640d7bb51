import type { Schema } from '../../metadata/schema.ts';
import type { FieldDefinition, ObjectDefinition, SObject } from '../../model.ts';
import type { UserAccess } from '../../org-model.ts';
import type { Store } from '../store.ts';
import { groupsOf } from './memberships.ts';
import type { Rights } from './rights.ts';
import { isOfFile, linkedRecords } from './file-links.ts';
import { createSharing } from './sharing.ts';

type RowAccess = Pick<UserAccess, 'canReadRow' | 'canEditRow' | 'canDeleteRow' | 'canTransferRow'>;

interface RowAccessOptions {
  schema: Schema;
  store: Store;
  userId: string;
  rights: Rights;
  objects: Pick<UserAccess, 'canRead' | 'canReadField' | 'canEdit' | 'canDelete'>;
}

/**
 * Which rows a user reaches: by the object's sharing model, as owner or member of the owning queue, by sharing rules, by
 * View All and Modify All. Children in a master-detail and rows of history go by their parents.
 */
export function rowAccess(options: RowAccessOptions): RowAccess {
  const { store, rights, objects } = options;
  const groups = groupsOf(store, options.userId);
  const sharing = createSharing(options.schema, store, groups);
  const isOwn = ({ OwnerId }: SObject) => OwnerId === options.userId || groups.has(String(OwnerId));
  const definitionOf = (object: string) => options.schema.objects.get(object);

  const access: RowAccess = {
    canReadRow(object, row) {
      const definition = definitionOf(object);
      if (!definition || !objects.canRead(object)) return false;
      if (definition.historyOf) return canReadHistory(options, access, { ...definition.historyOf, row });
      if (rights.object(object, 'viewAll') || rights.object(object, 'modifyAll')) return true;
      if (isControlled(definition)) return parentsOf(store, definition, row).every(isRead(access));
      if (isOfFile(object)) return isOwn(row) || linkedRecords(options, row).some(isRead(access));
      return definition.sharingModel !== 'Private' || isOwn(row) || sharing(object, row, 'Read');
    },
    canEditRow(object, row) {
      const definition = definitionOf(object);
      if (!definition || !objects.canEdit(object)) return false;
      if (rights.object(object, 'modifyAll')) return true;
      if (isControlled(definition)) return parentsOf(store, definition, row).every(isWritable(access));
      return isOpen(definition) || isOwn(row) || sharing(object, row, 'Edit');
    },
    canDeleteRow(object, row) {
      const definition = definitionOf(object);
      if (!definition || !objects.canDelete(object)) return false;
      if (rights.object(object, 'modifyAll')) return true;
      return definition.fields.has('OwnerId') ? isOwn(row) : access.canEditRow(object, row);
    },
    canTransferRow: (object, row) =>
      access.canEditRow(object, row) && (object === 'Lead' || rights.object(object, 'modifyAll') || isOwn(row)),
  };
  return access;
}

interface Parent {
  field: FieldDefinition;
  object: string;
  row: SObject | undefined;
}

/** Whether a row can be written below such a parent. */
export function isWritable(access: Pick<UserAccess, 'canReadRow' | 'canEditRow'>) {
  return ({ field, object, row }: Parent): boolean =>
    row !== undefined &&
    (field.writeRequiresMasterRead ? access.canReadRow(object, row) : access.canEditRow(object, row));
}

/** The parents of a row in its master-details. */
export function parentsOf(store: Store, { fields }: ObjectDefinition, row: SObject): Parent[] {
  return mastersOf(fields).map((field) => {
    const object = field.referenceTo ?? '';
    const parent = store.get(object, String(row[field.name]));
    return { field, object, row: parent && { ...parent } };
  });
}

function isRead(access: Pick<UserAccess, 'canReadRow'>) {
  return ({ object, row }: Pick<Parent, 'object' | 'row'>) => row !== undefined && access.canReadRow(object, row);
}

function mastersOf(fields: ObjectDefinition['fields']): FieldDefinition[] {
  return [...fields.values()].filter(({ type }) => type === 'MasterDetail');
}

function isControlled({ sharingModel, fields }: ObjectDefinition): boolean {
  return sharingModel === 'ControlledByParent' && mastersOf(fields).length > 0;
}

function isOpen({ sharingModel }: ObjectDefinition): boolean {
  return sharingModel === 'ReadWrite' || sharingModel === 'ControlledByParent';
}

/** Of a row the user may read, without the fields the user may not. */
function canReadHistory(
  { schema, store, objects }: RowAccessOptions,
  access: Pick<UserAccess, 'canReadRow'>,
  { object, parentField, row }: { object: string; parentField: string; row: SObject },
): boolean {
  const parent = store.get(object, String(row[parentField]));
  if (!parent || !access.canReadRow(object, { ...parent })) return false;
  const field = String(row['Field']);
  return !schema.objects.get(object)?.fields.has(field) || objects.canReadField(object, field);
}
