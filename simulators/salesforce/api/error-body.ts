import { ApiError } from '../database/api-error.ts';
import { RowRefusal } from '../database/row-refusal.ts';
import type { SaveError } from '../save-model.ts';

/** One error of a REST answer. */
export interface ErrorBody {
  errorCode: string;
  message: string;
  fields?: string[];
}

/** A refusal as the REST API answers it; anything unforeseen becomes 500 `UNKNOWN_EXCEPTION`. */
export function errorAnswer(error: unknown): { status: number; body: ErrorBody[] } {
  if (error instanceof ApiError)
    return { status: error.status, body: [toBody(error.errorCode, error.message, error.fields)] };
  if (error instanceof RowRefusal) return saveErrorAnswer(error.errors);
  const message = error instanceof Error ? error.message : String(error);
  return { status: 500, body: [toBody('UNKNOWN_EXCEPTION', message)] };
}

/** The errors of one row as the answer to a request about that row alone. */
export function saveErrorAnswer(errors: SaveError[]): { status: number; body: ErrorBody[] } {
  const body = errors.map(({ statusCode, message, fields }) => ({ message, errorCode: statusCode, fields }));
  return { status: statusOf(errors[0]?.statusCode ?? ''), body };
}

function statusOf(code: string): number {
  if (code.startsWith('INSUFFICIENT_ACCESS')) return 403;
  return code === 'ENTITY_IS_DELETED' || code === 'NOT_FOUND' ? 404 : 400;
}

function toBody(errorCode: string, message: string, fields: string[] = []): ErrorBody {
  return fields.length > 0 ? { message, errorCode, fields } : { message, errorCode };
}
