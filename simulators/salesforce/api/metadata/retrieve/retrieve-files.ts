import type { Component } from '../../../metadata/component.ts';
import { toXml } from '../../../metadata/checks/schema/to-xml.ts';
import { TOP_LEVEL_TYPES } from '../../../metadata/metadata-types.ts';
import { componentsOf, type Schema } from '../../../metadata/schema.ts';
import { childrenOf, textOf, type XmlElement } from '../../../metadata/xml.ts';
import type { OrgSettings } from '../../../org-settings.ts';
import { leadConfigXml } from './lead-config-xml.ts';
import type { Member } from '../package/manifest.ts';

/** A file of a retrieved package: its path inside it, and which component it is. */
export interface RetrievedFile {
  path: string;
  type: string;
  fullName: string;
  text: string;
}

/** What was asked for and is there, and why the rest is not. */
export interface Retrieved {
  files: RetrievedFile[];
  problems: string[];
}

/** Settings this org holds. */
const LEAD_CONFIG = 'LeadConfig';
/** Labels are components of their own here, so their file is not kept whole. */
const WHOLE_FILES = TOP_LEVEL_TYPES.filter(({ type }) => type !== 'CustomLabels');

/** Gives the metadata named in a package.xml, as it is in the org. What this org cannot give is refused by name. */
export function retrieveFiles(org: { schema: Schema; settings: OrgSettings }, members: Member[]): Retrieved {
  const found = members.map((member) => fileOf(org, member));
  return {
    files: found.filter((one) => typeof one !== 'string'),
    problems: found.filter((one) => typeof one === 'string'),
  };
}

function fileOf(
  { schema, settings }: { schema: Schema; settings: OrgSettings },
  { type, fullName }: Member,
): RetrievedFile | string {
  if (fullName === '*') return `Entity type: '${type}': this org gives named components only, not all of a type`;
  if (type === 'Settings') {
    if (fullName !== LEAD_CONFIG) return notFound(type, fullName);
    return { path: `settings/${LEAD_CONFIG}.settings`, type, fullName, text: leadConfigXml(settings) };
  }
  if (type === 'WorkflowOutboundMessage') return outboundMessage(schema, fullName) ?? notFound(type, fullName);
  const known = WHOLE_FILES.find((candidate) => candidate.type === type);
  if (!known) return `Entity type: '${type}' is not retrieved from this org`;
  const component = componentsOf(schema, type).find((one) => one.fullName === fullName);
  if (!component) return notFound(type, fullName);
  return { path: `${known.folder}/${fullName}.${known.suffix}`, type, fullName, text: document(component.element) };
}

/** A message alone, in the file of its object. */
function outboundMessage(schema: Schema, fullName: string): RetrievedFile | undefined {
  const [object = '', name] = fullName.split('.');
  const workflow = componentsOf(schema, 'Workflow').find((one: Component) => one.fullName === object);
  const message =
    workflow && childrenOf(workflow.element, 'outboundMessages').find((one) => textOf(one, 'fullName') === name);
  if (!workflow || !message) return undefined;
  const text = document({ ...workflow.element, children: [message] });
  return { path: `workflows/${object}.workflow`, type: 'WorkflowOutboundMessage', fullName, text };
}

function notFound(type: string, fullName: string): string {
  return `Entity of type '${type}' named '${fullName}' cannot be found`;
}

function document(element: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(element)}`;
}
