import type { SaveError } from '../save-model.ts';

/** Rows of a collections call that are to be refused, whatever is in them. */
export interface RowFault {
  error: SaveError;
  /** Positions from 0; undefined: all. */
  rows: number[] | undefined;
}

const MESSAGES: Record<string, string> = {
  UNABLE_TO_LOCK_ROW: 'unable to obtain exclusive access to this record',
};

/** A refusal of rows with this code. */
export function rowFault(
  statusCode: string,
  { message, rows }: { message?: string | undefined; rows?: number[] | undefined },
): RowFault {
  const words = message ?? MESSAGES[statusCode] ?? `the simulated org was told to refuse this row with ${statusCode}`;
  return { error: { statusCode, message: words, fields: [] }, rows };
}

/** The error the row at this position is refused with. */
export function faultOfRow(fault: RowFault | undefined, index: number): SaveError | undefined {
  return fault && (fault.rows?.includes(index) ?? true) ? fault.error : undefined;
}
