import { childOf, parseXml, textOf, type XmlElement } from '../../metadata/xml.ts';

/** A call of the Metadata API over SOAP. */
export interface SoapCall {
  sessionId: string;
  /** `deploy`, `checkDeployStatus`, … */
  operation: string;
  /** Its arguments; names without prefixes. */
  body: XmlElement;
}

/** @throws Error when it is no SOAP call. */
export function readSoapCall(xml: string): SoapCall {
  const envelope = withoutPrefixes(parseXml(xml, 'request'));
  const header = childOf(envelope, 'Header');
  const session = header && childOf(header, 'SessionHeader');
  const body = childOf(envelope, 'Body')?.children[0];
  if (!body) throw new Error('the envelope has no body');
  return { sessionId: (session && textOf(session, 'sessionId')) ?? '', operation: body.name, body };
}

const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** The answer to `operation`; arrays become repeated elements. */
export function soapAnswer(operation: string, result: object, namespace = METADATA_NAMESPACE): string {
  return envelope(`<${operation}Response>${toXml('result', result)}</${operation}Response>`, namespace);
}

/** A refusal; `code` as Salesforce names it, `INVALID_SESSION_ID`. */
export function soapFault(code: string, message: string, namespace = METADATA_NAMESPACE): string {
  const fault = `<faultcode>sf:${code}</faultcode><faultstring>${escapeXml(`${code}: ${message}`)}</faultstring>`;
  return envelope(`<soapenv:Fault>${fault}</soapenv:Fault>`, namespace);
}

function envelope(body: string, namespace: string): string {
  const namespaces = [
    'xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"',
    `xmlns="${namespace}"`,
    `xmlns:sf="${namespace}"`,
  ].join(' ');
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  return `${head}<soapenv:Envelope ${namespaces}><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}

function toXml(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => toXml(name, item)).join('');
  if (typeof value !== 'object' || value === null) return `<${name}>${escapeXml(String(value))}</${name}>`;
  const children = Object.entries(value).map(([child, inner]) => toXml(child, inner));
  return `<${name}>${children.join('')}</${name}>`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function withoutPrefixes(element: XmlElement): XmlElement {
  const name = element.name.replace(/^.*:/, '');
  return { ...element, name, children: element.children.map(withoutPrefixes) };
}
