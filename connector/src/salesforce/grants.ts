import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import type { Grants } from '../domain/survey.ts';

/** Where the permission sets of the package lie: what they grant is what the connector needs. */
const FORCE_APP = new URL('../../../force-app/', import.meta.url);
const SETS = {
  invitation: ['main/default/permissionsets/Background_Check_Connector.permissionset-meta.xml'],
  report: [
    'main/default/permissionsets/Background_Check_Connector.permissionset-meta.xml',
    'direct/default/permissionsets/Background_Check_Direct_Reports.permissionset-meta.xml',
  ],
} as const;

/** What a connection of that style needs in its org. */
export function readGrants(ordering: keyof typeof SETS): Grants {
  const parts = SETS[ordering].map((file) => parseGrants(readFileSync(new URL(file, FORCE_APP), 'utf8')));
  return {
    objects: parts.flatMap(({ objects }) => objects),
    fields: parts.flatMap(({ fields }) => fields),
    userPermissions: parts.flatMap(({ userPermissions }) => userPermissions),
  };
}

/** The grants of one permission set in source format. */
function parseGrants(xml: string): Grants {
  const grants: Grants = { objects: [], fields: [], userPermissions: [] };
  let block: Record<string, string> = {};
  let text = '';
  let depth = 0;
  const parser = new SaxesParser();
  parser.on('opentag', () => {
    depth += 1;
    text = '';
    if (depth === 2) block = {};
  });
  parser.on('text', (part) => (text += part));
  parser.on('closetag', ({ name }) => {
    if (depth === 3) block[name] = text.trim();
    if (depth === 2) addBlock(grants, name, block);
    depth -= 1;
  });
  parser.write(xml).close();
  return grants;
}

function addBlock(grants: Grants, name: string, block: Record<string, string>): void {
  if (name === 'fieldPermissions' && block['readable'] === 'true') {
    const [object = '', field = ''] = (block['field'] ?? '').split('.');
    grants.fields.push({ object, field, editable: block['editable'] === 'true' });
  }
  if (name === 'objectPermissions' && block['allowRead'] === 'true') {
    grants.objects.push({
      object: block['object'] ?? '',
      create: block['allowCreate'] === 'true',
      edit: block['allowEdit'] === 'true',
      delete: block['allowDelete'] === 'true',
    });
  }
  if (name === 'userPermissions' && block['enabled'] === 'true') grants.userPermissions.push(block['name'] ?? '');
}
