import type { ObjectDefinition, RunningUser } from '../model.ts';
import type { Org } from '../org-model.ts';
import { navigationOf } from './app-navigation.ts';
import type { PageRegion } from './flexi-pages.ts';
import { objectLayouts, type ObjectLayouts } from './object-layouts.ts';
import { platformImports } from './platform-imports.ts';

/** What a page is about. */
export type PageSubject =
  | { kind: 'record'; objectApiName: string; recordId: string; regions: PageRegion[]; isEditing: boolean }
  | { kind: 'list'; objectApiName: string; filterName: string | undefined }
  | { kind: 'new'; objectApiName: string }
  | { kind: 'app'; name: string; label: string; regions: PageRegion[] }
  | { kind: 'catalog'; objectApiName: 'Report' | 'Dashboard' }
  | { kind: 'report' | 'dashboard'; objectApiName: 'Report' | 'Dashboard'; recordId: string }
  | { kind: 'setup'; node: string };

interface Facts {
  org: Org;
  user: RunningUser;
  lwcDirectories: string[];
  mayRunReports: boolean;
}

const PERSON_OBJECTS = ['Lead', 'Contact'];

/** What the browser needs to know before its first call; the counterpart is `browser/page/state/state.ts`. */
export function pageState(facts: Facts, page: PageSubject): object {
  const { org, user } = facts;
  return {
    apiBase: '/services/data/v66.0',
    org: { name: orgName(org, user), id: org.id },
    user: { id: user.id, name: user.name, username: user.username },
    users: org.users().map(({ name, username }) => ({ name, username })),
    customPermissions: customPermissionsOf(facts),
    ...navigationOf(facts),
    layouts: layoutsOf(facts),
    page,
  };
}

/** The org's name, from its Organization row. */
function orgName(org: Org, user: RunningUser): string {
  return org.transact(user, (transaction) =>
    String(transaction.find('Organization', () => true)[0]?.['Name'] ?? 'Simulated org'),
  );
}

/** What is arranged for the objects the user works with, by object. */
function layoutsOf({ org, user, lwcDirectories }: Facts): Record<string, ObjectLayouts> {
  const names = workObjects(org, user).map(({ name }) => name);
  return Object.fromEntries(names.map((name) => [name, objectLayouts(lwcDirectories, name)]));
}

/** The objects people work with: persons and whatever was deployed. */
function workObjects(org: Org, user: RunningUser): ObjectDefinition[] {
  const access = org.accessOf(user);
  return org
    .objectDefinitions()
    .filter(({ name, custom }) => (custom || PERSON_OBJECTS.includes(name)) && access.canRead(name));
}

/** Of the custom permissions components ask about, those the user has. */
function customPermissionsOf({ org, user, lwcDirectories }: Facts): string[] {
  const imports = platformImports(lwcDirectories).filter(({ family }) => family === 'customPermission');
  const asked = new Set(imports.map(({ name }) => name));
  return org.transact(user, (transaction) => [...asked].filter((name) => transaction.hasCustomPermission(name)));
}
