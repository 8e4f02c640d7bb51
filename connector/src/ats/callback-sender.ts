import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import { RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { Webhook } from 'standardwebhooks';
import { callbackAddressProblem } from '../domain/callback-address.ts';
import type { AtsAccount } from '../domain/ats-account.ts';
import type { CallbackMessage, CallbackOutcome, CallbackSender } from '../domain/ats-ports.ts';

const TIMEOUT_MS = 10_000;
const MAX_HEADER_BYTES = 16 * 1024;

interface SenderOptions {
  accounts: { account: AtsAccount; signingSecrets: string[]; allowsPrivateCallbacks: boolean }[];
  /** How names become addresses; the system's way unless a test says otherwise. */
  lookup?: LookupFunction;
  timeoutMs?: number;
}

/**
 * Sends callbacks to addresses somebody else chose: https to a listed host only, to no address that leads inside
 * (looked at when connecting, so that a name cannot change in between), through no proxy, following no redirect,
 * reading nothing of the answer but its status, within ten seconds.
 */
export function createCallbackSender({ accounts, lookup, timeoutMs = TIMEOUT_MS }: SenderOptions): CallbackSender {
  const agents = new Map(
    accounts.map(({ account, allowsPrivateCallbacks }) => [
      account.id,
      new RequestFilteringHttpsAgent({
        keepAlive: false,
        allowPrivateIPAddress: allowsPrivateCallbacks,
        ...(lookup ? { lookup } : {}),
      }),
    ]),
  );

  return {
    async send(account, message) {
      const problem = callbackAddressProblem(message.url, account.callbackHosts);
      if (problem) return { isTaken: false, reason: `The callback address ${problem}.` };
      const agent = agents.get(account.id);
      const secrets = accounts.find((each) => each.account.id === account.id)?.signingSecrets ?? [];
      if (!agent || secrets.length === 0) return { isTaken: false, reason: 'The account has no signing secret.' };
      try {
        return outcomeOf(await post(message, { agent, timeoutMs, headers: signed(message, secrets) }));
      } catch (error) {
        return { isTaken: false, reason: reasonOf(error, timeoutMs) };
      }
    },
  };
}

/** Standard Webhooks: several signatures while a secret is being rotated. https://www.standardwebhooks.com */
function signed({ id, body }: CallbackMessage, secrets: string[]): Record<string, string> {
  const now = new Date();
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
  };
}

interface PostOptions {
  agent: RequestFilteringHttpsAgent;
  timeoutMs: number;
  headers: Record<string, string>;
}

/** Gives the status; the connection is dropped as soon as it is known. */
function post({ url, body }: CallbackMessage, { agent, timeoutMs, headers }: PostOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      new URL(url),
      {
        method: 'POST',
        agent,
        maxHeaderSize: MAX_HEADER_BYTES,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'background-checks',
          ...headers,
        },
      },
      (answer) => {
        resolve(answer.statusCode ?? 0);
        answer.destroy();
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function outcomeOf(status: number): CallbackOutcome {
  if (status >= 200 && status < 300) return { isTaken: true };
  const redirected = status >= 300 && status < 400 ? ' Redirects are not followed.' : '';
  return { isTaken: false, reason: `The address answered ${status}.${redirected}` };
}

/** Errors of the network carry a code; the one that refuses an address does not. */
function reasonOf(error: unknown, timeoutMs: number): string {
  const { name, code } = error as { name?: unknown; code?: unknown };
  if (name === 'AbortError' || name === 'TimeoutError') return `No answer within ${timeoutMs / 1000} seconds.`;
  if (typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code)) return `The connection failed: ${code}.`;
  return 'The address leads to a private or reserved network, which is not allowed.';
}
