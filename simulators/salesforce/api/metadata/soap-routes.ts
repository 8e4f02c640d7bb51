import { Hono, type Context } from 'hono';
import { childOf, textOf, type XmlElement } from '../../metadata/xml.ts';
import type { RunningUser } from '../../model.ts';
import type { Org } from '../../org-model.ts';
import type { ApiEnv } from '../api-env.ts';
import { findSessionUser } from '../require-session.ts';
import type { Sessions } from '../sessions.ts';
import type { Usage } from '../usage.ts';
import type { DeployJobs } from './deploy-jobs.ts';
import { readDeployOptions } from './deploy-options.ts';
import { deployResult } from './deploy-result.ts';
import { refusalOf } from './may-deploy.ts';
import type { RetrieveJobs } from './retrieve/retrieve-jobs.ts';
import { readSoapCall, soapAnswer, soapFault, type SoapCall } from './soap-envelope.ts';

interface SoapOptions {
  org: Org;
  sessions: Sessions;
  usage: Usage;
  jobs: DeployJobs;
  retrievals: RetrieveJobs;
}

/** `POST /services/Soap/m/NN.0`: `deploy`, `retrieve`, and asking how far they are. */
export function soapRoutes(options: SoapOptions): Hono<ApiEnv> {
  const { org, sessions, usage } = options;
  return new Hono<ApiEnv>().post('/services/Soap/m/:version{[0-9]+\\.0}', async (c) => {
    const call = readCall(await c.req.text());
    if (!call) return fault(c, 'UNKNOWN_EXCEPTION', 'the request is no SOAP call');
    const found = findSessionUser({ org, sessions }, call.sessionId);
    if (!found) return fault(c, 'INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader: Illegal Session');
    c.set('user', found.user);
    if (usage.isUsedUp()) return fault(c, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    usage.count(`POST /Soap/m ${call.operation}`);
    const refusal = refusalOf(found.user);
    if (refusal) return fault(c, refusal.code, refusal.message);
    try {
      return xml(c, soapAnswer(call.operation, perform(call, found.user, options)));
    } catch (error) {
      return fault(c, 'INVALID_OPERATION', error instanceof Error ? error.message : String(error));
    }
  });
}

const KNOWN = ['deploy', 'checkDeployStatus', 'retrieve', 'checkRetrieveStatus'];

function perform({ operation, body }: SoapCall, user: RunningUser, { jobs, retrievals }: SoapOptions): object {
  if (operation === 'deploy') {
    const options = readDeployOptions(optionsOf(childOf(body, 'DeployOptions')));
    const zip = Buffer.from(textOf(body, 'ZipFile') ?? '', 'base64');
    const { id } = jobs.start({ user, zip, options });
    return { id, done: false, state: 'Queued' };
  }
  if (operation === 'checkDeployStatus') {
    const id = textOf(body, 'asyncProcessId') ?? '';
    const job = jobs.find(id);
    if (!job) throw new Error(`no deployment ${id}`);
    return deployResult(job, { withDetails: textOf(body, 'includeDetails') === 'true' });
  }
  if (operation === 'retrieve') return { done: false, id: retrievals.start(user, body.children[0]), state: 'Queued' };
  if (operation === 'checkRetrieveStatus') {
    const withZip = textOf(body, 'includeZip') !== 'false';
    return retrievals.result(textOf(body, 'asyncProcessId') ?? '', { withZip });
  }
  throw new Error(`${operation} is not known to this org; it knows ${KNOWN.join(', ')}`);
}

function optionsOf(element: XmlElement | undefined): Record<string, unknown> {
  const entries = (element?.children ?? []).map(({ name, text }) => [name, booleanOr(text)]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function booleanOr(text: string): string | boolean {
  return text === 'true' || text === 'false' ? text === 'true' : text;
}

function readCall(text: string): SoapCall | undefined {
  try {
    return readSoapCall(text);
  } catch {
    return undefined;
  }
}

function xml(c: Context, body: string, status: 200 | 500 = 200): Response {
  return c.body(body, status, { 'Content-Type': 'text/xml; charset=utf-8' });
}

function fault(c: Context, code: string, message: string): Response {
  return xml(c, soapFault(code, message), 500);
}
