import type { Org } from '../../org-model.ts';
import type { RecordError } from './write-record.ts';

interface Detail {
  constituentField: null;
  duplicateRecordError: null;
  errorCode: string;
  field: string | null;
  fieldLabel: string | null;
  message: string;
}

/** A refused write as the UI API words it: errors of the record, and errors by field. */
export interface RecordErrorBody {
  statusCode: number;
  errorCode: string;
  message: string;
  enhancedErrorType: 'RecordError';
  output: { errors: Detail[]; fieldErrors: Record<string, Detail[]> };
}

/** Sorts what the database refused into record errors and field errors. */
export function recordErrorBody(org: Org, error: RecordError): RecordErrorBody {
  const errors: Detail[] = [];
  const fieldErrors: Record<string, Detail[]> = {};
  for (const { statusCode, message, fields } of error.errors) {
    if (fields.length === 0) errors.push(detail(statusCode, message));
    for (const field of fields) {
      const label = org.objectDefinition(error.object).fields.get(field)?.label ?? field;
      fieldErrors[field] = [...(fieldErrors[field] ?? []), detail(statusCode, message, { field, label })];
    }
  }
  const errorCode = error.errors[0]?.statusCode ?? 'UNKNOWN_EXCEPTION';
  const output = { errors, fieldErrors };
  return { statusCode: 400, errorCode, message: error.message, enhancedErrorType: 'RecordError', output };
}

/** A refusal that is about no row, in the same shape, so that components have one way to read it. */
export function refusalBody(refusal: { status: number; errorCode: string; message: string }): RecordErrorBody {
  const output = { errors: [detail(refusal.errorCode, refusal.message)], fieldErrors: {} };
  const { status, errorCode, message } = refusal;
  return { statusCode: status, errorCode, message, enhancedErrorType: 'RecordError', output };
}

function detail(errorCode: string, message: string, about?: { field: string; label: string }): Detail {
  const { field = null, label: fieldLabel = null } = about ?? {};
  return { constituentField: null, duplicateRecordError: null, errorCode, field, fieldLabel, message };
}
