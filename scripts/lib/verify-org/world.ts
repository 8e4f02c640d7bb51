export const CHECK = 'Background_Check__c';
export const EVENT = 'Background_Check_Event__c';
/** No check ever has this id. */
export const NOBODY = 'a00000000000000AAA';

/** Where a query is asked. */
export function query(soql: string): string {
  return `/query?q=${encodeURIComponent(soql)}`;
}

/** An answer as a fact looks at it. */
export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed JSON; the text where it is none. */
  body: unknown;
}

/** Calls one API with the right login; `path` is relative to its version. @throws Error for 401, never for another status */
export type Call = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  sent?: { body?: object; text?: string; headers?: Record<string, string> },
) => Promise<Answer>;

/** What became of a Lead. */
export interface Conversion {
  /** Null when it was not converted. */
  contactId: string | null;
  accountId: string | null;
  /** Salesforce's code. */
  error: string;
}

/** What a fact may ask: the org as its administrator, and the Checkr account. */
export interface World {
  org: Call;
  /** Only SOAP converts Leads. */
  convertLead(leadId: string, convertedStatus: string): Promise<Conversion>;
  checkr: Call;
  /** How long the story may take. */
  patienceMs: number;
}

interface OrgLogin {
  instanceUrl: string;
  accessToken: string;
}

interface Api {
  /** With version, without slash at the end. */
  base: string;
  authorization: string;
}

/** A call that adds the login. */
export function createCall({ base, authorization }: Api): Call {
  return async (method, path, { body, text: written = body && JSON.stringify(body), headers = {} } = {}) => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { ...headers, authorization, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(written === undefined ? {} : { body: written }),
    });
    // A login that is refused says nothing about any fact.
    if (response.status === 401) throw new Error(`${new URL(base).hostname} refuses the login (401)`);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text) };
  };
}

/** Converts Leads as the owner of the session, without an opportunity. */
export function createConvertLead({ instanceUrl, accessToken }: OrgLogin): World['convertLead'] {
  return async (leadId, convertedStatus) => {
    const order = Object.entries({ convertedStatus, doNotCreateOpportunity: 'true', leadId });
    const fields = order.map(([name, value]) => `<p:${name}>${value}</p:${name}>`).join('');
    const response = await fetch(`${instanceUrl}/services/Soap/u/66.0`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
      body:
        '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:p="urn:partner.soap.sforce.com">' +
        `<e:Header><p:SessionHeader><p:sessionId>${accessToken}</p:sessionId></p:SessionHeader></e:Header>` +
        `<e:Body><p:convertLead><p:leadConverts>${fields}</p:leadConverts></p:convertLead></e:Body></e:Envelope>`,
    });
    const text = await response.text();
    const said = (name: string) => new RegExp(`<(?:\\w+:)?${name}>([^<]+)<`).exec(text)?.[1] ?? null;
    const error = said('statusCode') ?? said('faultcode') ?? `status ${response.status}`;
    return { contactId: said('contactId'), accountId: said('accountId'), error };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** A member of an answer, however deep; undefined where there is none: `memberOf(body, 'data', 0, 'id')`. */
export function memberOf(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[name] : undefined,
    value,
  );
}

/** The rows a query found; none where it was refused. */
export function rowsOf(body: unknown): unknown[] {
  const rows = memberOf(body, 'records');
  return Array.isArray(rows) ? rows : [];
}
