import { childOf, childrenOf, textOf, type XmlElement } from '../metadata/xml.ts';
import { deployedFiles } from './deployed-files.ts';

/** A component instance of a Lightning page, with the values set in the page builder. */
export interface PlacedComponent {
  /** Unique on the page. */
  key: string;
  name: string;
  properties: Record<string, string | boolean>;
}

export interface PageRegion {
  name: string;
  components: PlacedComponent[];
}

/**
 * The regions of the record page an object's records open with, in order; none when there is no such page. Of a custom
 * object that is the page its View override names; of a standard one a deployed page, as if an administrator had
 * activated it. Tabs and other containers are opened up: what is in their facets stands in the region itself.
 */
export function recordPageRegions(lwcDirectories: string[], objectApiName: string): PageRegion[] {
  const activated = objectApiName.endsWith('__c') ? [activatedPage(lwcDirectories, objectApiName)] : undefined;
  const page = deployedFiles(lwcDirectories, 'flexipages', 'flexipage').find(
    ({ name, root }) => isRecordPageOf(root, objectApiName) && (activated?.includes(name.split('.')[0]) ?? true),
  );
  return page ? regionsOf(page.root) : [];
}

/** The page the object's own metadata makes the org's default for its records. */
function activatedPage(lwcDirectories: string[], objectApiName: string): string | undefined {
  const [object] = deployedFiles(lwcDirectories, `objects/${objectApiName}`, 'object');
  if (!object) return undefined;
  const override = childrenOf(object.root, 'actionOverrides').find(
    (each) => textOf(each, 'actionName') === 'View' && textOf(each, 'type') === 'Flexipage',
  );
  return override && textOf(override, 'content');
}

/** An app page with its tab. */
export interface AppPage {
  label: string;
  regions: PageRegion[];
}

/** The app page a tab of that name shows; undefined when there is no such tab. */
export function appPage(lwcDirectories: string[], tabName: string): AppPage | undefined {
  const tab = deployedFiles(lwcDirectories, 'tabs', 'tab').find(({ name }) => name.startsWith(`${tabName}.`));
  const shown = tab && textOf(tab.root, 'flexiPage');
  const page = deployedFiles(lwcDirectories, 'flexipages', 'flexipage').find(({ name }) =>
    name.startsWith(`${shown}.`),
  );
  if (!tab || !page) return undefined;
  return { label: textOf(tab.root, 'label') ?? tabName, regions: regionsOf(page.root) };
}

/** Names and labels of the tabs that show app pages. */
export function appPageTabs(lwcDirectories: string[]): { name: string; label: string }[] {
  return deployedFiles(lwcDirectories, 'tabs', 'tab')
    .map(({ name }) => name.split('.')[0] ?? '')
    .flatMap((name) => {
      const page = appPage(lwcDirectories, name);
      return page ? [{ name, label: page.label }] : [];
    });
}

function regionsOf(page: XmlElement): PageRegion[] {
  const regions = childrenOf(page, 'flexiPageRegions');
  const facets = new Map(regions.filter(isFacet).map((facet) => [textOf(facet, 'name') ?? '', facet]));
  return regions
    .filter((region) => !isFacet(region))
    .map((region) => ({ name: textOf(region, 'name') ?? '', components: componentsOf(region, facets) }));
}

function isRecordPageOf(page: XmlElement, objectApiName: string): boolean {
  return textOf(page, 'type') === 'RecordPage' && textOf(page, 'sobjectType') === objectApiName;
}

function isFacet(region: XmlElement): boolean {
  return textOf(region, 'type') === 'Facet';
}

function componentsOf(region: XmlElement, facets: Map<string, XmlElement>): PlacedComponent[] {
  return childrenOf(region, 'itemInstances')
    .flatMap((item) => childrenOf(item, 'componentInstance'))
    .flatMap((instance) => opened(instance, facets));
}

function opened(instance: XmlElement, facets: Map<string, XmlElement>): PlacedComponent[] {
  const values = childrenOf(instance, 'componentInstanceProperties').map((property) => textOf(property, 'value') ?? '');
  const inside = values.flatMap((value) => facets.get(value) ?? []);
  if (inside.length > 0) return inside.flatMap((facet) => componentsOf(facet, facets));
  return [placed(instance)];
}

function placed(instance: XmlElement): PlacedComponent {
  const name = (textOf(instance, 'componentName') ?? '').replace(/^c:/, '');
  const properties = childrenOf(instance, 'componentInstanceProperties').map((property) => [
    textOf(property, 'name') ?? '',
    typed(textOf(property, 'value') ?? ''),
  ]);
  const rule = childOf(instance, 'visibilityRule') ? ' with a visibility rule' : '';
  return {
    key: textOf(instance, 'identifier') ?? name,
    name: `${name}${rule}`,
    properties: Object.fromEntries(properties) as PlacedComponent['properties'],
  };
}

/** Metadata holds texts only; true and false are the ones a component must not get as text. */
function typed(value: string): string | boolean {
  return value === 'true' || value === 'false' ? value === 'true' : value;
}
