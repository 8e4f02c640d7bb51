import type { FieldValue, SObject } from '../../model.ts';

const ADDRESS = ['Street', 'City', 'State', 'PostalCode', 'Country'];

/** What a lead gives to the account it becomes. */
export function accountValues(lead: Readonly<SObject>): SObject {
  return { Name: lead['Company'] ?? null, Phone: lead['Phone'] ?? null, ...addressValues('Billing', lead) };
}

/** What a lead gives to the contact it becomes. Fields of the customer's own are not mapped. */
export function contactValues(lead: Readonly<SObject>): SObject {
  const same = ['FirstName', 'LastName', 'Title', 'Email', 'Phone', 'MobilePhone'];
  return { ...pick(lead, same), ...addressValues('Mailing', lead) };
}

/** Of the values given, those the row has no value for: what is already there is never overwritten. */
export function onlyBlanks(row: Readonly<SObject>, values: SObject): SObject {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== null && (row[name] ?? null) === null),
  );
}

function addressValues(prefix: string, lead: Readonly<SObject>): SObject {
  return Object.fromEntries(ADDRESS.map((part) => [`${prefix}${part}`, valueOf(lead, part)]));
}

function pick(row: Readonly<SObject>, names: string[]): SObject {
  return Object.fromEntries(names.map((name) => [name, valueOf(row, name)]));
}

function valueOf(row: Readonly<SObject>, name: string): FieldValue {
  return row[name] ?? null;
}
