import type { FetchError } from 'page/http';

import { readRecord, watchRecord, type RecordQuery } from './recordCache';
import { qualifiedName, type FieldReference, type RecordRepresentation } from './recordTypes';

export interface GetRecordConfig {
  recordId?: string | undefined;
  fields?: FieldReference | FieldReference[];
  optionalFields?: FieldReference | FieldReference[];
}

export interface RecordResult {
  data: RecordRepresentation | undefined;
  error: FetchError | undefined;
}

/** Wire adapter: the record with the fields asked for, given again whenever it changes on this page. */
export class getRecord {
  private readonly emit: (result: RecordResult) => void;
  private query: RecordQuery | undefined;
  private last: string | undefined;
  private stopWatching = (): void => undefined;
  private turn = 0;

  constructor(emit: (result: RecordResult) => void) {
    this.emit = emit;
    emit({ data: undefined, error: undefined });
  }

  connect(): void {
    this.watch();
  }

  disconnect(): void {
    this.stopWatching();
  }

  update(config: GetRecordConfig): void {
    const fields = toNames(config.fields);
    const optionalFields = toNames(config.optionalFields);
    const isComplete = Boolean(config.recordId) && fields.length + optionalFields.length > 0;
    this.query = isComplete ? { recordId: config.recordId ?? '', fields, optionalFields } : undefined;
    this.watch();
    void this.provide();
  }

  private watch(): void {
    this.stopWatching();
    if (this.query) this.stopWatching = watchRecord(this.query.recordId, () => void this.provide());
  }

  /** Answers that were overtaken by a newer question are dropped; an unchanged record is not given twice. */
  private async provide(): Promise<void> {
    if (!this.query) return;
    const turn = ++this.turn;
    const result = await answerOf(this.query);
    const text = JSON.stringify(result);
    if (turn !== this.turn || text === this.last) return;
    this.last = text;
    this.emit(result);
  }
}

async function answerOf(query: RecordQuery): Promise<RecordResult> {
  try {
    return { data: await readRecord(query), error: undefined };
  } catch (error) {
    return { data: undefined, error: error as FetchError };
  }
}

function toNames(fields: FieldReference | FieldReference[] = []): string[] {
  return (Array.isArray(fields) ? fields : [fields]).map(qualifiedName);
}
