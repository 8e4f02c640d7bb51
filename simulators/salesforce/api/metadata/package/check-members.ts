import { join } from 'node:path';
import { componentName, type Component, type Problem } from '../../../metadata/component.ts';
import { OBJECT_CHILD_TYPES } from '../../../metadata/metadata-types.ts';
import { childrenOf, textOf } from '../../../metadata/xml.ts';
import { FILE_TYPES } from './identify-entry.ts';
import type { Manifest, Member } from './manifest.ts';

/** Types whose components lie in the file of another one: type to the type of that file. */
const PARENT_TYPES: Record<string, string> = {
  ...Object.fromEntries(OBJECT_CHILD_TYPES.map(({ type }) => [type, 'CustomObject'])),
  CustomLabel: 'CustomLabels',
  SharingCriteriaRule: 'SharingRules',
  SharingOwnerRule: 'SharingRules',
  WorkflowOutboundMessage: 'Workflow',
};

/**
 * Whatever package.xml names is of a type the org knows and in the package. `unread` are the files, as
 * `<type> <name>`, whose content is not known because they could not be read.
 */
export function checkMembers(
  { members }: Manifest,
  components: Component[],
  { folder, unread }: { folder: string; unread: string[] },
): Problem[] {
  const present = new Set([...components, ...components.flatMap(namedInside)].map(componentName));
  return members
    .filter((member) => !isExcused(member, unread))
    .flatMap((member) => {
      const message = messageFor(member, present);
      if (message === undefined) return [];
      const { line } = member;
      return [{ path: join(folder, 'package.xml'), component: componentName(member), message, line }];
    });
}

function messageFor(member: Member, present: Set<string>): string | undefined {
  const { type, fullName } = member;
  if (!FILE_TYPES.has(type) && !PARENT_TYPES[type]) return `Unknown type name '${type}' specified in package.xml`;
  if (fullName === '*' || present.has(componentName(member))) return undefined;
  return `An object '${fullName}' of type ${type} was named in package.xml, but was not found in zipped directory`;
}

function isExcused({ type, fullName }: Member, unread: string[]): boolean {
  const parent = PARENT_TYPES[type];
  const parentName = type === 'CustomLabel' ? 'CustomLabels' : (fullName.split('.')[0] ?? '');
  return unread.includes(`${type} ${fullName}`) || (parent !== undefined && unread.includes(`${parent} ${parentName}`));
}

/** Elements that count as components of their own: file type to their tag to their type. */
const INSIDE: Record<string, Record<string, string>> = {
  SharingRules: { sharingCriteriaRules: 'SharingCriteriaRule', sharingOwnerRules: 'SharingOwnerRule' },
  Workflow: { outboundMessages: 'WorkflowOutboundMessage' },
};

function namedInside({ type, fullName, element }: Component): { type: string; fullName: string }[] {
  return Object.entries(INSIDE[type] ?? {}).flatMap(([tag, inner]) =>
    childrenOf(element, tag).map((part) => ({
      type: inner,
      fullName: `${fullName}.${textOf(part, 'fullName') ?? ''}`,
    })),
  );
}
