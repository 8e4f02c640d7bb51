import { Connection } from '@jsforce/jsforce-node/lib/connection.js';
import { Failure } from '../domain/failure.ts';
import { failureFromJsforce } from './failures.ts';
import { createKeyring, type Keyring, type OrgCredentials } from './keyring.ts';

const API_VERSION = '66.0';
const REQUEST_TIMEOUT_MS = 30_000;
/** jsforce would refresh without end when an org keeps refusing its own new tokens. */
const MAX_LOGINS_PER_MINUTE = 5;

interface OrgSessionOptions {
  /** `https://login.salesforce.com`, `https://test.salesforce.com` or the org's My Domain. */
  loginUrl: string;
  clientId: string;
  username: string;
  credentials: OrgCredentials;
  /** Told after each call how many calls of the last 24 hours the org has left. */
  onCallsLeft?: (left: number) => void;
}

export interface OrgSession {
  /** Calls the org's REST API; `path` is relative to the version: `/sobjects/…`. @throws Failure */
  request(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
  /** Where the org is: `https://acme.my.salesforce.com`. @throws Failure */
  instanceUrl(): Promise<string>;
  /** Which of the keys or secrets let us in last, and how many there are; null before the first login. */
  keyInUse(): { position: number; of: number } | null;
  /** The bytes at a path, as above. @throws Failure */
  download(path: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** A session that logs in at the first call and again when it expires. Tokens stay in this process. */
export function createOrgSession(options: OrgSessionOptions): OrgSession {
  const logins = loginBudget(MAX_LOGINS_PER_MINUTE);
  const keyring = createKeyring(options);
  const connection = new Connection({
    loginUrl: options.loginUrl,
    version: API_VERSION,
    oauth2: { loginUrl: options.loginUrl, clientId: options.clientId },
    refreshFn: (conn, callback) => {
      logIn().then(
        () => callback(null, conn.accessToken ?? ''),
        (error: Error) => callback(error),
      );
    },
  });
  let pending: Promise<unknown> | undefined;

  function logIn(): Promise<unknown> {
    pending ??= authorize(connection, { keyring, logins }).finally(() => (pending = undefined));
    return pending;
  }

  return {
    async request(method, path, body) {
      try {
        if (!connection.accessToken) await logIn();
        return await connection.request(
          {
            method,
            url: path,
            ...(body === undefined
              ? {}
              : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
          },
          { timeout: REQUEST_TIMEOUT_MS, retry: { maxRetries: 0 }, noContentResponse: null },
        );
      } catch (error) {
        throw failureFromJsforce(error, path);
      } finally {
        tellCallsLeft(connection, options);
      }
    },
    keyInUse: keyring.inUse,
    async instanceUrl() {
      try {
        if (!connection.accessToken) await logIn();
        return connection.instanceUrl;
      } catch (error) {
        throw failureFromJsforce(error);
      }
    },
    async download(path) {
      try {
        if (!connection.accessToken) await logIn();
        return await bytesOf(
          connection.request({ method: 'GET', url: path }, { timeout: REQUEST_TIMEOUT_MS, retry: { maxRetries: 0 } }),
        );
      } catch (error) {
        throw failureFromJsforce(error, path);
      }
    },
  };
}

function tellCallsLeft({ limitInfo }: Connection, { onCallsLeft }: OrgSessionOptions): void {
  if (limitInfo?.apiUsage) onCallsLeft?.(limitInfo.apiUsage.limit - limitInfo.apiUsage.used);
}

/** jsforce reads every answer as text; its stream has the bytes. */
async function bytesOf(answer: ReturnType<Connection['request']>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  answer.stream().on('data', (chunk: Buffer) => chunks.push(chunk));
  await answer;
  return new Uint8Array(Buffer.concat(chunks));
}

async function authorize(
  connection: Connection,
  { keyring, logins }: { keyring: Keyring; logins: () => void },
): Promise<void> {
  logins();
  await keyring.tryInTurn(async (grant) => void (await connection.authorize(await grant())));
}

function loginBudget(perMinute: number): () => void {
  const recent: number[] = [];
  return () => {
    const now = Date.now();
    while (recent[0] !== undefined && recent[0] < now - 60_000) recent.shift();
    if (recent.length >= perMinute) throw new Failure('unavailable', 'salesforce-login-loop');
    recent.push(now);
  };
}
