/** A record as the UI API represents it. */
export interface RecordRepresentation {
  apiName: string;
  id: string;
  fields: Record<string, FieldRepresentation | undefined>;
  lastModifiedDate: string | null;
}

export interface FieldRepresentation {
  value: string | number | boolean | RecordRepresentation | null;
  displayValue: string | null;
}

/** What `@salesforce/schema` imports give, or the same as text: `Lead.Name`. */
export type FieldReference = string | { objectApiName: string; fieldApiName: string };

/** `Lead.Name`, from either form. */
export function qualifiedName(field: FieldReference): string {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}
