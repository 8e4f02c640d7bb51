import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { hashSecret } from '../../connector/src/ats/secret-hash.ts';
import { Problem } from './problem.ts';
import { startProgram, type Program } from './start-program.ts';

/** A simulated applicant tracking system, and what it and the connector have to know of each other. */
export interface RunningAts {
  program: Program;
  accountId: string;
  /** The account's secret, as only the system knows it. */
  secret: string;
  signingSecret: string;
  /** The connector's side of the account, by the connector's own names. */
  connectorEnv: Record<string, string>;
  /** What a person at the system would do; see simulators/ats. @throws Problem */
  control(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<unknown>;
}

const ACCOUNT = 'ACCT123';
const OWNER = 'requester@example.org';

/** Starts one with an account of its own. @param port 0 for any free one. */
export async function startAts({ logFolder, port = 0 }: { logFolder: string; port?: number }): Promise<RunningAts> {
  const certificateFile = join(logFolder, 'ats-certificate.pem');
  const args = ['--port', String(port), '--certificate-file', certificateFile];
  const program = await startProgram({ name: 'simulated-ats', file: 'simulators/ats/main.ts', args, logFolder });
  const control: RunningAts['control'] = (method, path, body) => call(`${program.url}/__control${path}`, method, body);
  const { callback_url: callbackUrl } = (await control('GET', '')) as { callback_url: string };
  const secret = randomBytes(24).toString('base64url');
  const signingSecret = `whsec_${randomBytes(32).toString('base64')}`;
  return {
    ...{ program, control, secret, signingSecret, accountId: ACCOUNT },
    connectorEnv: {
      ATS_ACCOUNT_ID: ACCOUNT,
      ATS_SECRET_HASHES: await hashSecret(secret),
      ATS_SIGNING_SECRETS: signingSecret,
      ATS_COMPANY: 'Example Tracking',
      ATS_OWNER: OWNER,
      ATS_CALLBACK_HOSTS: new URL(callbackUrl).host,
      ATS_ALLOW_PRIVATE_CALLBACKS: 'true',
      NODE_EXTRA_CA_CERTS: certificateFile,
    },
  };
}

/** Tells the system where its provider is. */
export async function introduceProvider(ats: RunningAts, connectorUrl: string): Promise<void> {
  const { accountId: account_id, secret, signingSecret: signing_secret } = ats;
  await ats.control('PUT', '/provider', { url: `${connectorUrl}/ats`, account_id, secret, signing_secret });
}

async function call(url: string, method: string, body?: object): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Problem(`The simulated ATS refused ${method} ${url} with ${answer.status}: ${text}`);
  return text ? (JSON.parse(text) as unknown) : undefined;
}
