import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { appPage, appPageTabs, recordPageRegions } from './flexi-pages.ts';

function region(name: string, type: string, items: string): string {
  return `<flexiPageRegions>${items}<name>${name}</name><type>${type}</type></flexiPageRegions>`;
}

function component(name: string, properties: Record<string, string> = {}, extra = ''): string {
  const values = Object.entries(properties).map(
    ([key, value]) =>
      `<componentInstanceProperties><name>${key}</name><value>${value}</value></componentInstanceProperties>`,
  );
  return `<itemInstances><componentInstance>${values.join('')}<componentName>${name}</componentName><identifier>${name}1</identifier>${extra}</componentInstance></itemInstances>`;
}

/** Directory of components with one page for leads beside it. */
function setup(regions: string): string[] {
  const root = mkdtempSync(join(tmpdir(), 'flexi-pages-'));
  mkdirSync(join(root, 'flexipages'));
  const page = `<FlexiPage>${regions}<sobjectType>Lead</sobjectType><type>RecordPage</type></FlexiPage>`;
  writeFileSync(join(root, 'flexipages', 'Lead_Page.flexipage-meta.xml'), page);
  return [join(root, 'lwc')];
}

test('components stand in their regions in order, with what the page builder set', () => {
  const directories = setup(
    region('main', 'Region', component('c:first', { tone: 'warm', loud: 'true' }) + component('second')) +
      region('sidebar', 'Region', component('third')),
  );
  const [main, sidebar] = recordPageRegions(directories, 'Lead');
  expect(main).toEqual({
    name: 'main',
    components: [
      { key: 'c:first1', name: 'first', properties: { tone: 'warm', loud: true } },
      { key: 'second1', name: 'second', properties: {} },
    ],
  });
  expect(sidebar?.components.map(({ name }) => name)).toEqual(['third']);
});

test('tabs are opened up', () => {
  const directories = setup(
    region('Facet-body', 'Facet', component('panel')) +
      region('Facet-tabs', 'Facet', component('flexipage:tab', { body: 'Facet-body' })) +
      region('main', 'Region', component('flexipage:tabset', { tabs: 'Facet-tabs' })),
  );
  const regions = recordPageRegions(directories, 'Lead');
  expect(regions.flatMap(({ components }) => components.map(({ name }) => name))).toEqual(['panel']);
});

test('a component that shows itself by a rule is not taken for one that always does', () => {
  const rule = '<visibilityRule><criteria></criteria></visibilityRule>';
  const [main] = recordPageRegions(setup(region('main', 'Region', component('panel', {}, rule))), 'Lead');
  expect(main?.components[0]?.name).toBe('panel with a visibility rule');
});

/** Directory of components with a record page of a custom object, which its own metadata opens with that page. */
function setupCustom(activated: string): string[] {
  const root = mkdtempSync(join(tmpdir(), 'flexi-pages-'));
  for (const folder of ['flexipages', 'objects/Parcel__c']) mkdirSync(join(root, folder), { recursive: true });
  const page = `<FlexiPage>${region('main', 'Region', component('panel'))}<sobjectType>Parcel__c</sobjectType><type>RecordPage</type></FlexiPage>`;
  writeFileSync(join(root, 'flexipages', 'Parcel_Page.flexipage-meta.xml'), page);
  const override = `<actionOverrides><actionName>View</actionName>${activated}</actionOverrides>`;
  writeFileSync(
    join(root, 'objects', 'Parcel__c', 'Parcel__c.object-meta.xml'),
    `<CustomObject>${override}</CustomObject>`,
  );
  return [join(root, 'lwc')];
}

test('records of a custom object open with a page only once it is activated', () => {
  const open = (override: string) => recordPageRegions(setupCustom(override), 'Parcel__c').length;
  expect(open('<content>Parcel_Page</content><type>Flexipage</type>')).toBe(1);
  expect(open('<type>Default</type>')).toBe(0);
  expect(open('<content>Other_Page</content><type>Flexipage</type>')).toBe(0);
});

test('an object without a page has no regions', () => {
  expect(recordPageRegions(setup(region('main', 'Region', component('panel'))), 'Contact')).toEqual([]);
});

/** Directory of components with a tab beside it, and the app page it shows unless there is none. */
function setupTab({ hasPage = true } = {}): string[] {
  const root = mkdtempSync(join(tmpdir(), 'flexi-pages-'));
  for (const folder of ['flexipages', 'tabs']) mkdirSync(join(root, folder));
  const tab = '<CustomTab><flexiPage>Desk_Page</flexiPage><label>Desk</label></CustomTab>';
  writeFileSync(join(root, 'tabs', 'Desk.tab-meta.xml'), tab);
  const page = `<FlexiPage>${region('main', 'Region', component('queue'))}<type>AppPage</type></FlexiPage>`;
  if (hasPage) writeFileSync(join(root, 'flexipages', 'Desk_Page.flexipage-meta.xml'), page);
  return [join(root, 'lwc')];
}

test('a tab shows its app page', () => {
  const directories = setupTab();
  expect(appPageTabs(directories)).toEqual([{ name: 'Desk', label: 'Desk' }]);
  const page = appPage(directories, 'Desk');
  expect(page?.label).toBe('Desk');
  expect(page?.regions.map(({ components }) => components.map(({ name }) => name))).toEqual([['queue']]);
});

test('a tab whose page is not deployed is none, and neither is a name without a tab', () => {
  const directories = setupTab({ hasPage: false });
  expect(appPageTabs(directories)).toEqual([]);
  expect(appPage(directories, 'Desk')).toBeUndefined();
  expect(appPage(directories, 'Chair')).toBeUndefined();
});
