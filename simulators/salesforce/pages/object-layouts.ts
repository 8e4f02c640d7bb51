import { childrenOf, textOf, type XmlElement } from '../metadata/xml.ts';
import { deployedFiles, type DeployedFile } from './deployed-files.ts';

/** What is arranged for an object, null where nothing is; the counterpart is `ObjectLayouts` in `browser/page/state`. */
export interface ObjectLayouts {
  sections: { title: string; columns: { field: string; isReadOnly: boolean }[][] }[] | null;
  highlights: string[] | null;
  /** Buttons above the list; they lead to `url` with the ids of the selected records as `ids`. */
  listButtons: { label: string; url: string; needsSelection: boolean }[];
}

/**
 * The page layout and compact layout deployed for the object, the first by name of each, and its list buttons, as if an
 * administrator had put all of them above its lists.
 */
export function objectLayouts(lwcDirectories: string[], objectApiName: string): ObjectLayouts {
  const ofObject = (folder: string, ending: string): DeployedFile[] =>
    deployedFiles(lwcDirectories, `objects/${objectApiName}/${folder}`, ending);
  const layout = deployedFiles(lwcDirectories, 'layouts', 'layout').find(({ name }) =>
    name.startsWith(`${objectApiName}-`),
  );
  const [compact] = ofObject('compactLayouts', 'compactLayout');
  return {
    sections: layout ? childrenOf(layout.root, 'layoutSections').map(sectionOf) : null,
    highlights: compact ? childrenOf(compact.root, 'fields').map(({ text }) => text) : null,
    listButtons: ofObject('webLinks', 'webLink').flatMap(listButton),
  };
}

function listButton({ root }: DeployedFile): ObjectLayouts['listButtons'] {
  const [label, url] = [textOf(root, 'masterLabel'), textOf(root, 'url')];
  const isListButton = textOf(root, 'displayType') === 'massActionButton' && textOf(root, 'linkType') === 'url';
  if (!isListButton || !label || !url?.startsWith('/')) return [];
  return [{ label, url, needsSelection: textOf(root, 'requireRowSelection') === 'true' }];
}

function sectionOf(section: XmlElement): NonNullable<ObjectLayouts['sections']>[number] {
  const columns = childrenOf(section, 'layoutColumns').map((column) =>
    childrenOf(column, 'layoutItems').flatMap(itemOf),
  );
  return { title: textOf(section, 'label') ?? '', columns };
}

function itemOf(item: XmlElement): { field: string; isReadOnly: boolean }[] {
  const field = textOf(item, 'field');
  return field ? [{ field, isReadOnly: textOf(item, 'behavior') === 'Readonly' }] : [];
}
