import { z } from 'zod';
import { ApiError } from '../../database/api-error.ts';
import { errorAnswer } from '../error-body.ts';
import { resolveReferences, type Answers } from './composite-references.ts';
import type { RestAnswer, RestHandler, RestRequest, RestRoute } from './rest-request.ts';

const bodySchema = z.object({
  allOrNone: z.boolean().default(false),
  compositeRequest: z.array(
    z.object({
      method: z.enum(['GET', 'POST', 'PATCH', 'DELETE']),
      url: z.string(),
      referenceId: z.string().min(1),
      body: z.unknown().optional(),
      httpHeaders: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

type Part = z.infer<typeof bodySchema>['compositeRequest'][number];

interface PartAnswer {
  body: unknown;
  httpHeaders: Record<string, string>;
  httpStatusCode: number;
  referenceId: string;
}

const MAX_PARTS = 25;
const MAX_QUERIES_AND_COLLECTIONS = 5;

/** Thrown to undo everything; carries the answers as they were until then. */
class Rollback extends Error {
  readonly answers: PartAnswer[];

  constructor(answers: PartAnswer[]) {
    super('a part of the composite call failed');
    this.answers = answers;
  }
}

/** `POST /composite`: up to 25 calls in one, each able to use the answers before it; all or none when asked. */
export function compositeRoute(run: (request: RestRequest) => RestAnswer): RestRoute {
  const handle: RestHandler = (request) => {
    const parsed = bodySchema.safeParse(request.body);
    if (!parsed.success) throw new ApiError(400, 'JSON_PARSER_ERROR', z.prettifyError(parsed.error));
    const { compositeRequest: parts, allOrNone } = parsed.data;
    checkParts(parts);
    return { status: 200, body: { compositeResponse: runParts(request, { parts, allOrNone, run }) } };
  };
  return { method: 'POST', pattern: '/composite', handle };
}

function checkParts(parts: Part[]): void {
  if (parts.length > MAX_PARTS) throw tooMany(`${MAX_PARTS} subrequests`);
  const heavy = parts.filter(({ url }) => /\/(query\/?\?|composite\/sobjects)/.test(url));
  if (heavy.length > MAX_QUERIES_AND_COLLECTIONS)
    throw tooMany(`${MAX_QUERIES_AND_COLLECTIONS} queries and collections`);
  const ids = new Set(parts.map(({ referenceId }) => referenceId));
  if (ids.size < parts.length) throw new ApiError(400, 'INVALID_INPUT', 'Provided reference ids are not unique');
}

function tooMany(what: string): ApiError {
  return new ApiError(400, 'LIMIT_EXCEEDED', `A composite call holds at most ${what}`);
}

function runParts(
  request: RestRequest,
  call: { parts: Part[]; allOrNone: boolean; run: (request: RestRequest) => RestAnswer },
): PartAnswer[] {
  const values: Answers = new Map();
  const answers: PartAnswer[] = [];
  const runAll = () => {
    for (const part of call.parts) {
      const answer = runPart(request, part, { values, run: call.run });
      answers.push(answer);
      if (answer.httpStatusCode < 400) values.set(part.referenceId, answer.body);
      else if (call.allOrNone) throw new Rollback(answers);
    }
    return answers;
  };
  if (!call.allOrNone) return runAll();
  try {
    return request.org.transact(request.user, runAll);
  } catch (error) {
    if (!(error instanceof Rollback)) throw error;
    return call.parts.map((part, index) => rolledBack(part, error.answers[index]));
  }
}

function runPart(
  outer: RestRequest,
  part: Part,
  { values, run }: { values: Answers; run: (request: RestRequest) => RestAnswer },
): PartAnswer {
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
  if (!found || found[2] === '/composite') {
    throw new ApiError(400, 'INVALID_INPUT', `${path} cannot be called inside a composite call`);
  }
  return { version: found[1] ?? '', path: found[2] ?? '' };
}

function rolledBack({ referenceId }: Part, answer: PartAnswer | undefined): PartAnswer {
  if (answer && answer.httpStatusCode >= 400) return answer;
  const message = 'The transaction was rolled back since another operation in the same transaction failed.';
  return { body: [{ errorCode: 'PROCESSING_HALTED', message }], httpHeaders: {}, httpStatusCode: 400, referenceId };
}
