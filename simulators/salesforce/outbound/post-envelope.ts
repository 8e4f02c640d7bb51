import { isAcknowledged } from './read-ack.ts';

/** How long Salesforce waits for the Ack. */
export const ACK_TIMEOUT_MS = 60_000;

/** Sends one envelope; undefined when it was acknowledged, otherwise why it was not. Never throws. */
export async function postEnvelope(url: string, envelope: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: '""' },
      body: envelope,
      redirect: 'manual',
      signal,
    });
    const body = await response.text();
    if (response.status !== 200) return `HTTP ${response.status}`;
    return isAcknowledged(body) ? undefined : 'The answer is no Ack';
  } catch (error) {
    return error instanceof Error ? reasonOf(error) : String(error);
  }
}

function reasonOf(error: Error): string {
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
