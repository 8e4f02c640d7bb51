import { CsvError, parse } from 'csv-parse/sync';
import { JobFailure } from './ingest-job.ts';
import type { JobOrder } from './job-order.ts';

/** How the columns and rows of a job's CSV are kept apart. */
export function csvFormat({ columnDelimiter, lineEnding }: Pick<JobOrder, 'columnDelimiter' | 'lineEnding'>) {
  return { delimiter: DELIMITERS[columnDelimiter], record_delimiter: lineEnding === 'LF' ? '\n' : '\r\n' };
}

const DELIMITERS = { BACKQUOTE: '`', CARET: '^', COMMA: ',', PIPE: '|', SEMICOLON: ';', TAB: '\t' };

/** An uploaded CSV as its header and rows. @throws JobFailure when it is not written as the job says. */
export function readTable(content: string, order: JobOrder): { columns: string[]; rows: string[][] } {
  const isCrlf = /^[^\n]*\r\n/.test(content);
  if (content.includes('\n') && isCrlf !== (order.lineEnding === 'CRLF')) {
    const message = `LineEnding is invalid on user data. Current LineEnding setting is ${order.lineEnding}`;
    throw new JobFailure(`ClientInputError : ${message}`);
  }
  const [columns, ...rows] = parsed(content, order);
  if (!columns) throw new JobFailure('InvalidBatch : Records not found');
  return { columns, rows };
}

function parsed(content: string, order: JobOrder): string[][] {
  try {
    return parse(content, { ...csvFormat(order), skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new JobFailure(`InvalidBatch : Failed to parse CSV. ${WORDS[error.code] ?? error.message}`);
  }
}

const UNESCAPED = 'Found unescaped quote. A value with quote should be within a quote';
const WORDS: Partial<Record<string, string>> = {
  INVALID_OPENING_QUOTE: UNESCAPED,
  CSV_INVALID_CLOSING_QUOTE: UNESCAPED,
};
