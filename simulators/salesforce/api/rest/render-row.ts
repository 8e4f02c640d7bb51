import { BLOB_FIELD } from '../../metadata/standard-objects/content-objects.ts';
import type { Org, QueryRow } from '../../org-model.ts';

/** A query row as REST shows it: moments with a numeric zone, addresses with the version that was asked for. */
export function renderRow(org: Org, row: QueryRow, version: string): QueryRow {
  const { type, url } = row.attributes;
  const { fields } = org.objectDefinition(type);
  const shown: QueryRow = { attributes: { type, url: url.replace(/\/data\/v[\d.]+\//, `/data/${version}/`) } };
  for (const [name, value] of Object.entries(row)) {
    if (name === 'attributes') continue;
    if (type === BLOB_FIELD.object && name === BLOB_FIELD.field) shown[name] = `${shown.attributes.url}/${name}`;
    else if (isRow(value)) shown[name] = renderRow(org, value, version);
    else if (typeof value === 'string' && fields.get(name)?.type === 'DateTime')
      shown[name] = value.replace(/Z$/, '+0000');
    else shown[name] = value;
  }
  return shown;
}

function isRow(value: QueryRow[string]): value is QueryRow {
  return typeof value === 'object' && value !== null && 'attributes' in value;
}
