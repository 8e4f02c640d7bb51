import { componentsOf, type Schema } from '../metadata/schema.ts';
import { childrenOf, textOf, type XmlElement } from '../metadata/xml.ts';
import type { SObject } from '../model.ts';
import type { Store } from './store.ts';
import { queueMembers } from '../metadata/queue-members.ts';

/** Makes the rows that deployed metadata stands for: permission sets, flows, notification types, groups, queues. Ids stay. */
export function syncSetupRows(schema: Schema, store: Store): void {
  for (const { name, label, userPermissions } of schema.permissionSets.values()) {
    const values = { Label: label, PermissionsSendOutboundMessages: userPermissions.has('SendOutboundMessages') };
    ensureRow(schema, store, { object: 'PermissionSet', key: { Name: name }, values });
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
  for (const { fullName, element } of componentsOf(schema, 'Flow')) {
    const values = {
      Label: textOf(element, 'label') ?? fullName,
      ProcessType: textOf(element, 'processType') ?? null,
      IsActive: textOf(element, 'status') === 'Active',
    };
    ensureRow(schema, store, { object: 'FlowDefinitionView', key: { ApiName: fullName }, values });
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
    syncQueueMembers(schema, store, { QueueId, element });
  }
}

/** A queue deployed with members has these and no others; deployed without them it keeps whom it has. */
function syncQueueMembers(
  schema: Schema,
  store: Store,
  { QueueId, element }: { QueueId: string; element: XmlElement },
): void {
  const named = queueMembers(element);
  if (!named) return;
  const groups = store.rows('Group').filter(({ DeveloperName }) => named.publicGroups.includes(String(DeveloperName)));
  const users = store.rows('User').filter(({ Username }) => named.users.includes(String(Username)));
  const wanted = [...groups, ...users].map(({ Id }) => String(Id));
  for (const UserOrGroupId of wanted) {
    ensureRow(schema, store, { object: 'GroupMember', key: { GroupId: QueueId, UserOrGroupId }, values: {} });
  }
  const others = store
    .rows('GroupMember')
    .filter(({ GroupId, UserOrGroupId }) => GroupId === QueueId && !wanted.includes(String(UserOrGroupId)));
  others.forEach(({ Id }) => store.drop('GroupMember', String(Id)));
  store.commit();
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
