import { problemOf, type Component } from '../component.ts';
import type { Check } from '../deployment.ts';
import { queueMembers } from '../queue-members.ts';
import type { Schema } from '../schema.ts';
import { childrenOf, textOf } from '../xml.ts';

/** Queues take rows of objects that have owners, and name members that exist. */
export function checkQueues(isUser: (username: string) => boolean): Check {
  return (schema, components) =>
    components
      .filter(({ type }) => type === 'Queue')
      .flatMap((component) =>
        [...objectMessages(schema, component), ...memberMessages(schema, component, isUser)].map((message) =>
          problemOf(component, message),
        ),
      );
}

function objectMessages(schema: Schema, { element }: Component): string[] {
  const objects = childrenOf(element, 'queueSobject').map((xml) => textOf(xml, 'sobjectType') ?? '(none)');
  return objects.flatMap((name) => {
    const object = schema.objects.get(name);
    if (!object) return [`queueSobject: no object named ${name}`];
    const canBeOwned = object.fields.has('OwnerId') && (object.custom || name === 'Lead');
    return canBeOwned ? [] : [`queueSobject: rows of ${name} cannot be owned by a queue`];
  });
}

function memberMessages(schema: Schema, { element }: Component, isUser: (username: string) => boolean): string[] {
  const { users = [], publicGroups = [], unknown = [] } = queueMembers(element) ?? {};
  return [
    ...users.filter((name) => !isUser(name)).map((name) => `queueMembers: no active user ${name}`),
    ...publicGroups
      .filter((name) => !schema.components.has(`Group ${name}`))
      .map((name) => `queueMembers: no group named ${name}; deploy it with the queue`),
    ...unknown.map((name) => `queueMembers: members by ${name} are not known to this org; use users and publicGroups`),
  ];
}
