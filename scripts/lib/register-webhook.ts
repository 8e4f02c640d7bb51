import { Problem } from './problem.ts';
import type { CheckrAddress } from './start-connector.ts';

/** Asks Checkr to send its events to `webhookUrl`. @throws Problem with Checkr's words. */
export async function registerWebhook({ apiBase, apiKey }: CheckrAddress, webhookUrl: string): Promise<void> {
  const answer = await fetch(`${apiBase}/webhooks`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ webhook_url: webhookUrl, include_object: true }),
  });
  if (!answer.ok) throw new Problem(`Checkr refused the webhook with ${answer.status}: ${await answer.text()}`);
}
