import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An answer other than 2xx of the API: `{"error": text}`, or an array of texts when several things are wrong. */
export class ApiError extends Error {
  readonly status: ContentfulStatusCode;
  readonly body: { error: string | string[] } | { message: string };

  constructor(status: ContentfulStatusCode, problems: string | string[]) {
    super(String(problems));
    this.name = 'ApiError';
    this.status = status;
    this.body = { error: Array.isArray(problems) && problems.length === 1 ? String(problems[0]) : problems };
  }
}

/** An answer of the gateway in front of the API, which says `message` where the API says `error`. */
export class GatewayError extends ApiError {
  override readonly body: { message: string };

  constructor(status: ContentfulStatusCode, message: string) {
    super(status, message);
    this.name = 'GatewayError';
    this.body = { message };
  }
}

/** The answer to an id nobody has. */
export function notFound(): ApiError {
  return new ApiError(404, 'Resource not found');
}
