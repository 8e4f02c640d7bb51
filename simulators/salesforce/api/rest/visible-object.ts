import { ApiError } from '../../database/api-error.ts';
import type { ObjectDefinition } from '../../model.ts';
import type { Caller } from './rest-request.ts';

/** An object the user may see. @throws ApiError 404 */
export function visibleObject({ org, user }: Caller, name: string): ObjectDefinition {
  const definition = org.objectDefinition(name);
  if (org.accessOf(user).canRead(name)) return definition;
  throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
}
