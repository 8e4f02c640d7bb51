import { findField } from '../../database/field-path.ts';
import { readOutboundMessages, type OutboundMessage } from '../../outbound/outbound-message.ts';
import { problemOf, type Component, type Problem } from '../component.ts';
import type { Check } from '../deployment.ts';
import type { Schema } from '../schema.ts';

/** Outbound messages are complete, send fields that exist and are sent as a user who exists. */
export function checkOutboundMessages(isUser: (username: string) => boolean): Check {
  return (schema, components) =>
    components
      .filter(({ type }) => type === 'Workflow')
      .flatMap((component) => workflowProblems(schema, component, isUser));
}

function workflowProblems(schema: Schema, component: Component, isUser: (username: string) => boolean): Problem[] {
  try {
    const messages = readOutboundMessages(component.element, component.path);
    return messages
      .flatMap((message) => messageProblems(schema, message, isUser))
      .map((text) => problemOf(component, text));
  } catch (error) {
    return [problemOf(component, error instanceof Error ? error.message : String(error))];
  }
}

function messageProblems(schema: Schema, message: OutboundMessage, isUser: (username: string) => boolean): string[] {
  const object = schema.objects.get(message.object);
  if (!object) return [`${message.name}: object ${message.object} does not exist`];
  const unknown = message.fields.filter((field) => !findField(object, field));
  const problems = unknown.map(
    (field) => `In field: fields - no CustomField named ${object.name}.${field} found, in ${message.name}`,
  );
  if (isUser(message.integrationUser)) return problems;
  return [
    ...problems,
    `In field: integrationUser - no User named ${message.integrationUser} found, in ${message.name}`,
  ];
}
