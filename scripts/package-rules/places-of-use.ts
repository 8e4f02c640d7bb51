import { componentSources, listOf, metadataFiles, textsOf, type Element } from './package-source.ts';

/** Where the package shows fields and lets people change them, as `Object.Field`. */
export interface PlacesOfUse {
  shows(field: string): boolean;
  changes(field: string): boolean;
}

/** What the package asks its admin to put on pages and lists of the org's own. */
const PLACED_BY_THE_ADMIN = ['Background_Check_Status__c', 'Request_Background_Check__c'];

/** Reads layouts, list views, compact layouts, report types, screen flows and components. */
export function placesOfUse(): PlacesOfUse {
  const shown = new Set<string>();
  const changed = new Set<string>();
  for (const { name, root } of metadataFiles('layout')) {
    for (const { field, behavior } of layoutItems(root)) {
      shown.add(`${name.split('-')[0]}.${field}`);
      if (behavior !== 'Readonly') changed.add(`${name.split('-')[0]}.${field}`);
    }
  }
  for (const { owner, root } of metadataFiles('listView'))
    textsOf(root, 'columns').forEach((one) => shown.add(`${owner}.${one}`));
  for (const { owner, root } of metadataFiles('compactLayout'))
    textsOf(root, 'fields').forEach((one) => shown.add(`${owner}.${one}`));
  for (const { root } of metadataFiles('reportType')) columnsOf(root).forEach((one) => shown.add(one));
  const screens = metadataFiles('flow').filter(({ root }) => root['processType'] === 'Flow');
  const code = [...componentSources('ts').values(), ...screens.map(({ text }) => text)].join('\n');
  const isNamed = (field: string) => new RegExp(`\\b${field.split('.')[1]}\\b`).test(code);
  const isPlaced = (field: string) => PLACED_BY_THE_ADMIN.includes(field.split('.')[1] ?? '');
  return {
    shows: (field) => shown.has(field) || isNamed(field) || isPlaced(field),
    changes: (field) => changed.has(field) || isNamed(field) || isPlaced(field),
  };
}

function layoutItems(layout: Element): { field: string; behavior: string }[] {
  return listOf(layout, 'layoutSections')
    .flatMap((section) => listOf(section, 'layoutColumns'))
    .flatMap((column) => listOf(column, 'layoutItems'))
    .map((item) => ({ field: String(item['field']), behavior: String(item['behavior']) }));
}

function columnsOf(reportType: Element): string[] {
  return listOf(reportType, 'sections')
    .flatMap((section) => listOf(section, 'columns'))
    .map((column) => `${String(column['table'])}.${String(column['field'])}`);
}
