import { z } from 'zod';
import { ApiError } from '../../database/api-error.ts';
import { errorAnswer } from '../error-body.ts';
import { resolveReferences, type Answers } from './composite-references.ts';
import type { RestAnswer, RestRequest } from './rest-request.ts';

/** One call inside a composite call. */
export const partSchema = z.object({
  method: z.enum(['GET', 'POST', 'PATCH', 'DELETE']),
  url: z.string(),
  referenceId: z.string().min(1),
  body: z.unknown().optional(),
  httpHeaders: z.record(z.string(), z.string()).optional(),
});

export type Part = z.infer<typeof partSchema>;

/** What one of them was answered. */
export interface PartAnswer {
  body: unknown;
  httpHeaders: Record<string, string>;
  httpStatusCode: number;
  referenceId: string;
}

/** Answers a call as if it had come alone. */
export type Run = (request: RestRequest) => RestAnswer;

/** Thrown to undo everything; carries the answers as they were until then. */
class Rollback extends Error {
  readonly answers: PartAnswer[];

  constructor(answers: PartAnswer[]) {
    super('a part of the composite call failed');
    this.answers = answers;
  }
}

/** @throws ApiError 400 when two parts bear the same name. */
export function checkReferenceIds(parts: Part[]): void {
  const ids = new Set(parts.map(({ referenceId }) => referenceId));
  if (ids.size < parts.length) throw new ApiError(400, 'INVALID_INPUT', 'Provided reference ids are not unique');
}

/** Runs the parts in order, each able to use the answers before it. */
export function runParts(request: RestRequest, parts: Part[], run: Run): PartAnswer[] {
  const values: Answers = new Map();
  return parts.map((part) => runPart(request, part, { values, run }));
}

/** The same in one transaction: when a part fails, the rest is left out and what was done is undone. */
export function runPartsOrNone(request: RestRequest, parts: Part[], run: Run): PartAnswer[] {
  const values: Answers = new Map();
  const answers: PartAnswer[] = [];
  const runAll = () => {
    for (const part of parts) {
      answers.push(runPart(request, part, { values, run }));
      if ((answers.at(-1)?.httpStatusCode ?? 0) >= 400) throw new Rollback(answers);
    }
    return answers;
  };
  try {
    return request.org.transact(request.user, runAll);
  } catch (error) {
    if (!(error instanceof Rollback)) throw error;
    return parts.map((part, index) => rolledBack(part, error.answers[index]));
  }
}

/** How the parts are answered of which nothing was done because something else failed. */
export function halted({ referenceId }: Part, message: string): PartAnswer {
  return { body: [{ errorCode: 'PROCESSING_HALTED', message }], httpHeaders: {}, httpStatusCode: 400, referenceId };
}

function runPart(outer: RestRequest, part: Part, { values, run }: { values: Answers; run: Run }): PartAnswer {
  const {
    status,
    body = null,
    headers = {},
  } = attempt(() => {
    const url = new URL(String(resolveReferences(part.url, values)), outer.origin);
    const { version, path } = splitPath(url.pathname);
    const given = new Map(Object.entries(part.httpHeaders ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
    const header = (name: string) => given.get(name.toLowerCase());
    const inner = { method: part.method, path, version, query: url.searchParams, header, rowFault: undefined };
    return run({ ...outer, ...inner, body: resolveReferences(part.body, values) });
  });
  if (status < 400) values.set(part.referenceId, body);
  return { body, httpHeaders: headers, httpStatusCode: status, referenceId: part.referenceId };
}

function attempt(work: () => RestAnswer): RestAnswer {
  try {
    return work();
  } catch (error) {
    return errorAnswer(error);
  }
}

function splitPath(path: string): { version: string; path: string } {
  const found = /^\/services\/data\/(v\d+\.0)(\/.*)$/.exec(path.replace(/\/{2,}/g, '/'));
  if (!found || /^\/composite(\/graph)?$/.test(found[2] ?? '')) {
    throw new ApiError(400, 'INVALID_INPUT', `${path} cannot be called inside a composite call`);
  }
  return { version: found[1] ?? '', path: found[2] ?? '' };
}

function rolledBack(part: Part, answer: PartAnswer | undefined): PartAnswer {
  if (answer && answer.httpStatusCode >= 400) return answer;
  return halted(part, 'The transaction was rolled back since another operation in the same transaction failed.');
}
