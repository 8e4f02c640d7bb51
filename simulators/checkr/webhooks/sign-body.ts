import { createHmac } from 'node:crypto';

/** What Checkr puts into `X-Checkr-Signature`: the HMAC-SHA256 of the body under an API key, in lower-case hex. */
export function signBody(apiKey: string, body: string): string {
  return createHmac('sha256', apiKey).update(body).digest('hex');
}
