import { signBody } from './sign-body.ts';

const TIMEOUT_MS = 30_000;

/** Posts one event body; redirects are not followed. @returns the status of the answer. @throws when there is none. */
export async function postWebhook(options: {
  url: string;
  body: string;
  apiKey: string;
  closing: AbortSignal;
}): Promise<number> {
  const url = new URL(options.url);
  const headers: Record<string, string> = {
    'Content-Type': 'application/json',
    'User-Agent': 'Checkr-Webhook/simulator',
    'X-Checkr-Signature': signBody(options.apiKey, options.body),
  };
  if (url.username) {
    const user = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers['Authorization'] = `Basic ${Buffer.from(user).toString('base64')}`;
    url.username = url.password = '';
  }
  const signal = AbortSignal.any([options.closing, AbortSignal.timeout(TIMEOUT_MS)]);
  const answer = await fetch(url, { method: 'POST', headers, body: options.body, redirect: 'manual', signal });
  await answer.body?.cancel();
  return answer.status;
}
