import { basename } from 'node:path';
import { childrenOf, textOf, type XmlElement } from '../metadata/xml.ts';

/** An outbound message as deployed. */
export interface OutboundMessage {
  /** `Object.Message`, as flows name it. */
  name: string;
  object: string;
  /** Version in the envelope's URLs: `66.0`. */
  apiVersion: string;
  endpointUrl: string;
  /** Field API names, in the order written. */
  fields: string[];
  /** Username whose field access decides what is sent. */
  integrationUser: string;
}

const REQUIRED = ['fullName', 'apiVersion', 'endpointUrl', 'includeSessionId', 'integrationUser', 'name', 'protected'];
const OPTIONAL = ['description', 'fields', 'useDeadLetterQueue'];

/** The messages of one `<Object>.workflow-meta.xml`. @throws Error naming file, line and anything else in it. */
export function readOutboundMessages(workflow: XmlElement, path: string): OutboundMessage[] {
  const other = workflow.children.find((child) => child.name !== 'outboundMessages' && child.name !== 'fullName');
  if (other) throw new Error(`${path}:${other.line}: <${other.name}> is not supported by the simulated org`);
  const object = basename(path).replace(/\.workflow(-meta\.xml)?$/, '');
  return childrenOf(workflow, 'outboundMessages').map((element) => readOutboundMessage(element, object, path));
}

/** One `<outboundMessages>` element. @throws Error naming file, line and what is missing or unknown. */
function readOutboundMessage(element: XmlElement, object: string, path: string): OutboundMessage {
  const refuse = (reason: string) => new Error(`${path}:${element.line}: outbound message: ${reason}`);
  const unknown = element.children.find(({ name }) => !REQUIRED.includes(name) && !OPTIONAL.includes(name));
  if (unknown) throw refuse(`<${unknown.name}> is not supported by the simulated org`);
  const missing = REQUIRED.find((name) => !textOf(element, name));
  if (missing) throw refuse(`<${missing}> is missing`);
  const read = (name: string) => textOf(element, name) ?? '';
  if (!/^https?:$/.test(URL.parse(read('endpointUrl'))?.protocol ?? ''))
    throw refuse(`${read('endpointUrl')} is not a URL`);
  const fields = childrenOf(element, 'fields').map((field) => field.text);
  if (fields.length === 0) throw refuse('no <fields>');
  const [fullName, apiVersion] = [read('fullName'), Number(read('apiVersion')).toFixed(1)];
  const [endpointUrl, integrationUser] = [read('endpointUrl'), read('integrationUser')];
  return { name: `${object}.${fullName}`, object, apiVersion, endpointUrl, fields, integrationUser };
}
