import { qualifiedName, type FieldReference, type FieldRepresentation, type RecordRepresentation } from './recordTypes';

type Scalar = string | number | boolean | null | undefined;

/** The value of a field, also of a parent (`Lead.Owner.Name`); undefined when the record was not asked for it. */
export function getFieldValue(record: RecordRepresentation | undefined, field: FieldReference): Scalar {
  return fieldOf(record, field)?.value as Scalar;
}

/** The value in the words of the user's locale; null when the field has no such form. */
export function getFieldDisplayValue(
  record: RecordRepresentation | undefined,
  field: FieldReference,
): string | null | undefined {
  return fieldOf(record, field)?.displayValue;
}

function fieldOf(record: RecordRepresentation | undefined, field: FieldReference): FieldRepresentation | undefined {
  const [, ...path] = qualifiedName(field).split('.');
  const last = path.pop() ?? '';
  let current = record;
  for (const name of path) current = current?.fields[name]?.value as RecordRepresentation | undefined;
  return current?.fields[last];
}
