import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';
import { z } from 'zod';
import { Problem } from './problem.ts';
import type { RunKeys } from './run-keys.ts';

/** One user's session with an org's REST API. */
export interface OrgSession {
  /** 18 characters. */
  orgId: string;
  /** All rows of the first page (2,000). @throws Problem with the org's words. */
  query(soql: string): Promise<Row[]>;
  /** @returns the new id. @throws Problem with the org's words. */
  create(object: string, fields: Row): Promise<string>;
  /** @throws Problem with the org's words. */
  update(object: string, id: string, fields: Row): Promise<void>;
  /** As `create` and `update`, and deleting, through the UI API that Lightning pages use. */
  uiCreate(object: string, fields: Row): Promise<string>;
  uiUpdate(id: string, fields: Row): Promise<void>;
  uiDelete(id: string): Promise<void>;
}

/** Field name to value, as REST gives it. */
export type Row = Record<string, unknown>;

const tokenSchema = z.object({ access_token: z.string(), instance_url: z.string(), id: z.string() });
const pageSchema = z.object({ records: z.array(z.record(z.string(), z.unknown())) });
const createdSchema = z.object({ id: z.string() });
const API = '/services/data/v66.0';

/** Signs a user in by JWT bearer. @throws Problem with the org's words. */
export async function signIn(orgUrl: string, username: string, keys: RunKeys): Promise<OrgSession> {
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(keys.clientId)
    .setSubject(username)
    .setAudience(orgUrl)
    .setExpirationTime('3m')
    .sign(createPrivateKey(keys.privateKeyPem));
  const body = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
  const answer = await fetch(`${orgUrl}/services/oauth2/token`, { method: 'POST', body });
  const token = tokenSchema.parse(await readJson(answer, `signing in as ${username}`));
  return sessionWith(token);
}

function sessionWith(token: z.infer<typeof tokenSchema>): OrgSession {
  const call = async (method: string, path: string, fields?: Row) => {
    const answer = await fetch(`${token.instance_url}${API}${path}`, {
      method,
      headers: { authorization: `Bearer ${token.access_token}`, 'content-type': 'application/json' },
      ...(fields === undefined ? {} : { body: JSON.stringify(fields) }),
    });
    return readJson(answer, `${method} ${path.split('?')[0]}`);
  };
  return {
    orgId: new URL(token.id).pathname.split('/').at(-2) ?? '',
    query: async (soql) => pageSchema.parse(await call('GET', `/query?q=${encodeURIComponent(soql)}`)).records,
    create: async (object, fields) => createdSchema.parse(await call('POST', `/sobjects/${object}`, fields)).id,
    update: async (object, id, fields) => void (await call('PATCH', `/sobjects/${object}/${id}`, fields)),
    uiCreate: async (apiName, fields) =>
      createdSchema.parse(await call('POST', '/ui-api/records', { apiName, fields })).id,
    uiDelete: async (id) => void (await call('DELETE', `/ui-api/records/${id}`)),
    uiUpdate: async (id, fields) => void (await call('PATCH', `/ui-api/records/${id}`, { fields })),
  };
}

async function readJson(answer: Response, what: string): Promise<unknown> {
  const text = await answer.text();
  if (!answer.ok) throw new Problem(`The org refused ${what} with ${answer.status}: ${text.slice(0, 500)}`);
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}
