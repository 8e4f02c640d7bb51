import { ApiError } from '../../database/api-error.ts';
import type { FieldDefinition, PicklistValue, RunningUser } from '../../model.ts';
import type { Org } from '../../org-model.ts';
import { MASTER_RECORD_TYPE, refuseUnreadable } from './object-info.ts';

/** `object-info/:object/picklist-values/:recordTypeId`: the choices of every picklist the user may read, by field. */
export function picklistValues(
  { org, user }: { org: Org; user: RunningUser },
  objectName: string,
  recordTypeId: string,
): { picklistFieldValues: Record<string, object> } {
  if (recordTypeId !== MASTER_RECORD_TYPE) {
    throw new ApiError(
      400,
      'INVALID_RECORD_TYPE',
      `There is only the record type ${MASTER_RECORD_TYPE} here, not ${recordTypeId}`,
    );
  }
  const object = org.objectDefinition(objectName);
  const access = org.accessOf(user);
  refuseUnreadable(access, object);
  const picklists = [...object.fields.values()].filter(
    (field) => field.picklist && access.canReadField(object.name, field.name),
  );
  return { picklistFieldValues: Object.fromEntries(picklists.map((field) => [field.name, choicesOf(field)])) };
}

function choicesOf(field: FieldDefinition): object {
  const all = field.picklist?.values ?? [];
  const preset = all.find(({ isDefault }) => isDefault);
  return { controllerValues: {}, defaultValue: preset ? choice(preset) : null, values: all.map(choice) };
}

function choice({ fullName, label }: PicklistValue): object {
  return { attributes: null, label, validFor: [], value: fullName };
}
