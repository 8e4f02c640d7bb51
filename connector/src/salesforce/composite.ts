import { z } from 'zod';
import { Failure } from '../domain/failure.ts';
import { failureFromError } from './failures.ts';
import type { OrgSession } from './org-session.ts';
import { HALTED, refusedRow, rowResultsSchema } from './row-results.ts';

/** One part of a composite call; `path` is relative to the API version. */
export interface Subrequest {
  name: string;
  method: 'PATCH' | 'POST' | 'GET' | 'DELETE';
  path: string;
  /** Left out when reading or deleting. */
  body?: object;
}

const errorSchema = z.object({ errorCode: z.string(), message: z.string(), fields: z.array(z.string()).nullish() });
const answerSchema = z.object({
  compositeResponse: z.array(z.object({ referenceId: z.string(), httpStatusCode: z.number(), body: z.unknown() })),
});

const API = '/services/data/v66.0';

/** The part that was refused, and why. */
export interface PartRefusal {
  name: string;
  failure: Failure;
}

/** Sends several writes as one, all or nothing; null when all are done. @throws Failure when the call itself fails. */
export async function writeTogether(session: OrgSession, parts: Subrequest[]): Promise<PartRefusal | null> {
  return (await runTogether(session, parts)).refusal;
}

/** As `writeTogether`, with what each part was answered, by its name. */
export async function runTogether(
  session: OrgSession,
  parts: Subrequest[],
): Promise<{ refusal: PartRefusal | null; bodies: ReadonlyMap<string, unknown> }> {
  const body = { allOrNone: true, compositeRequest: subrequestsOf(parts) };
  const { compositeResponse: answers } = answerSchema.parse(await session.request('POST', '/composite', body));
  const bodies = new Map(answers.map((answer) => [answer.referenceId, answer.body]));
  return { refusal: refusalIn(answers, parts), bodies };
}

/** The parts as Salesforce wants them inside a composite call. */
export function subrequestsOf(parts: Subrequest[]): object[] {
  return parts.map(({ name, method, path, body }) => ({
    ...{ method, url: `${API}${path}`, referenceId: name },
    ...(body ? { body } : {}),
  }));
}

interface PartAnswer {
  referenceId: string;
  httpStatusCode: number;
  body: unknown;
}

/** The first part that was refused for its own sake; null when none was. */
export function refusalIn(answers: PartAnswer[], parts: Subrequest[]): PartRefusal | null {
  const refusals = answers.flatMap(({ referenceId, httpStatusCode, body }) => {
    const error = errorOf(httpStatusCode, body);
    return error && error.errorCode !== HALTED
      ? [{ name: referenceId, failure: failureFromError({ ...error, path: pathOf(parts, referenceId) }) }]
      : [];
  });
  return refusals[0] ?? null;
}

function pathOf(parts: Subrequest[], referenceId: string): string | undefined {
  return parts.find(({ name }) => name === referenceId)?.path;
}

/** A call's own error, or the first of a collection's rows: those come with status 200. */
function errorOf(status: number, body: unknown) {
  if (status >= 400) {
    const errors = z.array(errorSchema).catch([]).parse(body);
    const [error] = errors;
    return {
      errorCode: error?.errorCode ?? `ERROR_HTTP_${status}`,
      message: error?.message ?? '',
      // Several rules may refuse one row; whoever looks for a field must find it whichever comes first.
      fields: errors.flatMap(({ fields }) => fields ?? []),
    };
  }
  return refusedRow(rowResultsSchema.catch([]).parse(body));
}
