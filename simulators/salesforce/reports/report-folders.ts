import type { Component } from '../metadata/component.ts';
import { childrenOf, textOf, type XmlElement } from '../metadata/xml.ts';
import { oneOf, refuseUnknown } from '../tables/refuse-unknown.ts';

/** Whom a folder of reports or dashboards is shared with: everybody inside, or members of groups. */
export interface ReportFolder {
  fullName: string;
  name: string;
  sharedWith: ('everybody' | { group: string })[];
}

/** Whether a component of type Report or Dashboard is a folder. */
export function isFolder({ fullName }: Component): boolean {
  return !fullName.includes('/');
}

/** @throws Error naming an access or a party this org does not know. */
export function readFolder({ fullName, element }: Component): ReportFolder {
  refuseUnknown(element, ['folderShares', 'name']);
  return {
    fullName,
    name: textOf(element, 'name') ?? '',
    sharedWith: childrenOf(element, 'folderShares').map(partyOf),
  };
}

function partyOf(share: XmlElement): ReportFolder['sharedWith'][number] {
  refuseUnknown(share, ['accessLevel', 'sharedTo', 'sharedToType']);
  oneOf(share, 'accessLevel', ['View', 'EditAllContents', 'Manage']);
  oneOf(share, 'sharedToType', ['Group']);
  const group = textOf(share, 'sharedTo') ?? '';
  return group === 'AllInternalUsers' ? 'everybody' : { group };
}
