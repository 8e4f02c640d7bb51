import { ApiError } from '../../database/api-error.ts';
import { errorAnswer } from '../error-body.ts';
import { NotModified } from './conditional-request.ts';
import type { RestAnswer, RestRequest, RestRoute } from './rest-request.ts';

/** Answers one call by the first route that fits; whatever goes wrong becomes an error answer. */
export function dispatch(routes: RestRoute[], request: RestRequest): RestAnswer {
  try {
    const found = findRoute(routes, request);
    return found.route.handle(request, found.params);
  } catch (error) {
    if (error instanceof NotModified) return { status: 304 };
    return errorAnswer(error);
  }
}

function findRoute(routes: RestRoute[], { method, path }: RestRequest) {
  const fitting = routes.flatMap((route) => {
    const params = matchPath(route.pattern, path);
    return params ? [{ route, params }] : [];
  });
  const found = fitting.find(({ route }) => route.method === method);
  if (found) return found;
  if (fitting.length === 0) throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
  const allowed = fitting.map(({ route }) => route.method).join(',');
  throw new ApiError(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed. Allowed are ${allowed}`);
}

/** The values of a pattern's `:names`, decoded; undefined when the path does not fit. */
function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.replace(/\/$/, '').split('/');
  const takesRest = wanted.at(-1) === '*';
  if (takesRest ? given.length < wanted.length : given.length !== wanted.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    if (part === '*') params['*'] = given.slice(index).join('/');
    else if (part.startsWith(':')) params[part.slice(1)] = decode(given[index] ?? '');
    else if (part !== given[index]) return undefined;
  }
  return params;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new ApiError(400, 'BAD_REQUEST', `path segment ${part} is not encoded`);
  }
}
