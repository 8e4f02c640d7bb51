import type { SaveError } from '../save-model.ts';

/** A row that may not be saved, and why. */
export class RowRefusal extends Error {
  readonly errors: SaveError[];

  constructor(errors: SaveError[]) {
    super(errors.map(({ statusCode, message }) => `${statusCode}: ${message}`).join('; '));
    this.name = 'RowRefusal';
    this.errors = errors;
  }
}

/** A refusal with one error. */
export function refuseRow(statusCode: string, message: string, fields: string[] = []): RowRefusal {
  return new RowRefusal([{ statusCode, message, fields }]);
}
