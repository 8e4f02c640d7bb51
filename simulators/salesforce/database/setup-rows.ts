import { componentsOf, type Schema } from '../metadata/schema.ts';
import { childrenOf, textOf } from '../metadata/xml.ts';
import type { SObject } from '../model.ts';
import type { Store } from './store.ts';

/** Makes the rows that deployed metadata stands for: permission sets, notification types, groups, queues. Ids stay. */
export function syncSetupRows(schema: Schema, store: Store): void {
  for (const { name, label } of schema.permissionSets.values()) {
    ensureRow(schema, store, { object: 'PermissionSet', key: { Name: name }, values: { Label: label } });
  }
  for (const { fullName, element } of componentsOf(schema, 'CustomNotificationType')) {
    const values = {
      CustomNotifTypeName: textOf(element, 'customNotifTypeName') ?? fullName,
      MasterLabel: textOf(element, 'masterLabel') ?? fullName,
      Desktop: textOf(element, 'desktop') === 'true',
      Mobile: textOf(element, 'mobile') === 'true',
    };
    ensureRow(schema, store, { object: 'CustomNotificationType', key: { DeveloperName: fullName }, values });
  }
  for (const { fullName, element } of componentsOf(schema, 'Group')) {
    const values = { Name: textOf(element, 'name') ?? fullName };
    ensureRow(schema, store, { object: 'Group', key: { DeveloperName: fullName, Type: 'Regular' }, values });
  }
  for (const { fullName, element } of componentsOf(schema, 'Queue')) {
    const values = { Name: textOf(element, 'name') ?? fullName, Email: textOf(element, 'email') ?? null };
    const QueueId = ensureRow(schema, store, {
      object: 'Group',
      key: { DeveloperName: fullName, Type: 'Queue' },
      values,
    });
    for (const sobject of childrenOf(element, 'queueSobject')) {
      const key = { QueueId, SobjectType: textOf(sobject, 'sobjectType') ?? '' };
      ensureRow(schema, store, { object: 'QueueSobject', key, values: {} });
    }
  }
}

/** Adds or changes the row with these key values, past all checks; gives its id. */
export function ensureRow(
  schema: Schema,
  store: Store,
  row: { object: string; key: SObject; values: SObject },
): string {
  const definition = schema.objects.get(row.object);
  if (!definition) throw new Error(`${row.object} is not a standard object`);
  const isSame = (known: Readonly<SObject>) => Object.entries(row.key).every(([name, value]) => known[name] === value);
  const before = store.rows(row.object).find(isSame);
  const Id = String(before?.['Id'] ?? row.key['Id'] ?? store.nextId(definition));
  store.put(row.object, Object.freeze({ ...before, ...row.key, ...row.values, Id }));
  store.commit();
  return Id;
}
