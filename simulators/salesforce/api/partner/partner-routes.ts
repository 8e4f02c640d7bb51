import { Hono, type Context } from 'hono';
import type { ConversionResult } from '../../database/lead-conversion/conversion.ts';
import type { SimulatedOrg } from '../../org.ts';
import type { ApiEnv } from '../api-env.ts';
import { readSoapCall, soapAnswer, soapFault, type SoapCall } from '../metadata/soap-envelope.ts';
import { findSessionUser } from '../require-session.ts';
import type { Sessions } from '../sessions.ts';
import type { Usage } from '../usage.ts';
import { conversionsIn } from './conversions.ts';

interface PartnerOptions {
  org: SimulatedOrg;
  sessions: Sessions;
  usage: Usage;
}

const NAMESPACE = 'urn:partner.soap.sforce.com';
const FAULTS = 'urn:fault.partner.soap.sforce.com';

/** `POST /services/Soap/u/NN.0`: of the SOAP partner API only `convertLead`. */
export function partnerRoutes({ org, sessions, usage }: PartnerOptions): Hono<ApiEnv> {
  return new Hono<ApiEnv>().post('/services/Soap/u/:version{[0-9]+\\.0}', async (c) => {
    const call = readCall(await c.req.text());
    if (!call) return fault(c, 'UNKNOWN_EXCEPTION', 'the request is no SOAP call');
    const found = findSessionUser({ org, sessions }, call.sessionId);
    if (!found) return fault(c, 'INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader: Illegal Session');
    c.set('user', found.user);
    if (usage.isUsedUp()) return fault(c, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    usage.count(`POST /Soap/u ${call.operation}`);
    if (call.operation !== 'convertLead') {
      return fault(
        c,
        'INVALID_OPERATION',
        `${call.operation} is not known to this simulated org; it knows convertLead`,
      );
    }
    const results = conversionsIn(call.body).map((conversion) => toResult(org.convertLeadAs(found.user, conversion)));
    return xml(c, soapAnswer(call.operation, results, NAMESPACE));
  });
}

function toResult({ accountId, contactId, leadId, errors }: ConversionResult): object {
  return {
    ...(accountId ? { accountId } : {}),
    ...(contactId ? { contactId } : {}),
    errors,
    leadId,
    success: errors.length === 0,
  };
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
  return xml(c, soapFault(code, message, FAULTS), 500);
}
