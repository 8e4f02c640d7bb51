import type { FieldDefinition, ObjectDefinition, SObject } from '../../model.ts';
import type { DatabaseContext } from '../database-context.ts';
import { wholeSeconds } from './convert-time.ts';
import { stampFile } from './stamp-file.ts';

/** Sets the fields the org keeps itself: id, auto-numbers, who and when. */
export function stampRow(context: DatabaseContext, definition: ObjectDefinition, row: SObject): void {
  const now = wholeSeconds(context.now);
  const isNew = row['Id'] === null;
  if (isNew) {
    Object.assign(row, { CreatedById: context.user.id, CreatedDate: now, IsDeleted: false });
    row['Id'] = context.store.nextId(definition);
    for (const field of definition.fields.values()) {
      if (field.type === 'AutoNumber') row[field.name] = autoNumber(context, definition, field);
    }
    if (definition.name === 'ContentVersion') stampFile(context, row);
  }
  Object.assign(row, { LastModifiedById: context.user.id, LastModifiedDate: now, SystemModstamp: now });
}

/** `BC-{000000}` with the next number in it. */
function autoNumber({ store }: DatabaseContext, { name }: ObjectDefinition, field: FieldDefinition): string {
  const number = store.nextNumber(`${name}.${field.name}`, field.startingNumber ?? 1);
  return (field.displayFormat ?? '{0}').replace(/\{(0+)\}/, (_braces, zeros: string) =>
    String(number).padStart(zeros.length, '0'),
  );
}
