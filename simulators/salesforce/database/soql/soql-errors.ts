import { ApiError } from '../api-error.ts';

/** A query that is not SOQL, or uses a part of it this org does not know. */
export function malformedQuery(message: string): ApiError {
  return new ApiError(400, 'MALFORMED_QUERY', message);
}

/** A field that is not there, or not for this user. */
export function noSuchColumn(object: string, path: string): ApiError {
  const name = path.split('.').at(-1) ?? path;
  const message =
    `No such column '${name}' on entity '${object}'. If you are attempting to use a custom field, be sure to append ` +
    `the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`;
  return new ApiError(400, 'INVALID_FIELD', message);
}

/** A lookup that is not there, or not for this user. */
export function noSuchRelationship(name: string): ApiError {
  const message =
    `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure ` +
    `to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`;
  return new ApiError(400, 'INVALID_FIELD', message);
}

/** An object that is not there, or not for this user. */
export function noSuchType(object: string): ApiError {
  const message =
    `sObject type '${object}' is not supported. If you are attempting to use a custom object, be sure to append ` +
    `the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`;
  return new ApiError(400, 'INVALID_TYPE', message);
}

/** A condition that does not fit its field. */
export function badFilter(message: string): ApiError {
  return new ApiError(400, 'INVALID_FIELD', message);
}
