import { z } from 'zod';
import { ApiError } from '../../database/api-error.ts';
import { findField } from '../../database/field-path.ts';
import type { ObjectDefinition } from '../../model.ts';
import { parsedBody } from '../json-body.ts';
import type { Caller } from '../rest/rest-request.ts';

const orderSchema = z.strictObject({
  object: z.string(),
  operation: z.enum(['insert', 'update', 'upsert', 'delete', 'hardDelete']),
  externalIdFieldName: z.string().optional(),
  contentType: z.literal('CSV').default('CSV'),
  columnDelimiter: z.enum(['BACKQUOTE', 'CARET', 'COMMA', 'PIPE', 'SEMICOLON', 'TAB']).default('COMMA'),
  lineEnding: z.enum(['LF', 'CRLF']).default('LF'),
});

/** What is to be done with the rows of a job, and how its CSV is written. */
export type JobOrder = Omit<z.infer<typeof orderSchema>, 'operation'> & {
  operation: 'insert' | 'update' | 'upsert' | 'delete';
};

/** The body of a request that makes a job. @throws ApiError 400 */
export function jobOrder(caller: Caller, body: unknown): JobOrder {
  const { operation, ...order } = parsedBody(orderSchema, body);
  if (operation === 'hardDelete') throw hardDeleteRefused();
  const definition = loadableObject(caller, order.object);
  if (operation === 'upsert') checkKey(caller, definition, order.externalIdFieldName);
  return { ...order, operation, object: definition.name };
}

/** @throws ApiError 400 also for an object the user does not see. */
function loadableObject({ org, user }: Caller, name: string): ObjectDefinition {
  const definition = org.objectDefinitions().find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (definition && org.accessOf(user).canRead(definition.name)) return definition;
  throw new ApiError(400, 'INVALIDJOB', `Unable to find object: ${name}`);
}

function checkKey({ org, user }: Caller, definition: ObjectDefinition, name: string | undefined): void {
  if (name === undefined) {
    const message = `External ID was blank for ${definition.name}. An External ID must be specified for upsert.`;
    throw new ApiError(400, 'INVALIDJOB', message);
  }
  const field = findField(definition, name);
  const isKey = field && (field.externalId || field.type === 'Id');
  if (isKey && org.accessOf(user).canReadField(definition.name, field.name)) return;
  const message = `Field name provided, ${name} does not match an External ID, Salesforce Id, or indexed field for ${definition.name}`;
  throw new ApiError(400, 'INVALIDJOB', message);
}

function hardDeleteRefused(): ApiError {
  const message =
    'hardDelete operation requires special user profile permission, please contact your system administrator';
  return new ApiError(400, 'FEATURENOTENABLED', message);
}
