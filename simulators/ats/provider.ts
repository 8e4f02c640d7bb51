import { z } from 'zod';

/** Where the background-check provider is, and what it issued to us. */
export const providerSchema = z.strictObject({
  /** Its doors are `<url>/packages` and `<url>/orders`. */
  url: z.url(),
  account_id: z.string().min(1),
  secret: z.string().min(1),
  /** `whsec_…`; without one signatures are not looked at. */
  signing_secret: z.string().optional(),
});
export type Provider = z.infer<typeof providerSchema>;

/** What it answered; the body is text where it is no JSON. */
export interface Answer {
  status: number;
  body: unknown;
}

/** Calls one of its doors by HTTP Basic. */
export async function callProvider(
  provider: Provider,
  path: string,
  order?: { text: string; headers?: Record<string, string> },
): Promise<Answer> {
  const login = Buffer.from(`${provider.account_id}:${provider.secret}`).toString('base64');
  const answer = await fetch(`${provider.url}${path}`, {
    method: order ? 'POST' : 'GET',
    headers: { authorization: `Basic ${login}`, 'content-type': 'application/json', ...order?.headers },
    ...(order ? { body: order.text } : {}),
  });
  const text = await answer.text();
  try {
    return { status: answer.status, body: JSON.parse(text) };
  } catch {
    return { status: answer.status, body: text };
  }
}
