import { childrenOf, textOf } from '../metadata/xml.ts';
import type { RunningUser } from '../model.ts';
import type { Org } from '../org-model.ts';
import { deployedFiles } from './deployed-files.ts';
import { appPageTabs } from './flexi-pages.ts';

/** A tab of the app, with where it leads. */
interface NavigationItem {
  label: string;
  href: string;
  objectApiName: string;
}

interface Navigation {
  appName: string;
  tabs: NavigationItem[];
}

interface Facts {
  org: Org;
  user: RunningUser;
  lwcDirectories: string[];
  mayRunReports: boolean;
}

interface App {
  name: string;
  label: string;
  tabs: string[];
}

/** The app every org has. */
const SALES: App = {
  name: 'standard__Sales',
  label: 'Sales',
  tabs: ['standard-Lead', 'standard-Contact', 'standard-report', 'standard-Dashboard'],
};
const ANALYTICS: Record<string, string> = { 'standard-report': 'Report', 'standard-Dashboard': 'Dashboard' };

/** The first app a permission set opens to the user, or the one every org has, with its tabs; Setup for administrators. */
export function navigationOf(facts: Facts): Navigation {
  const { org, user, lwcDirectories } = facts;
  const access = org.accessOf(user);
  const app = deployedApps(lwcDirectories).find(({ name }) => access.seesApp(name)) ?? SALES;
  const tabs = app.tabs.flatMap((tab) => itemsOf(facts, tab));
  const setup = { label: 'Setup', href: '/lightning/setup', objectApiName: 'setup' };
  return { appName: app.label, tabs: user.isAdmin ? [...tabs, setup] : tabs };
}

function deployedApps(lwcDirectories: string[]): App[] {
  return deployedFiles(lwcDirectories, 'applications', 'app').map(({ name, root }) => ({
    name: name.split('.')[0] ?? '',
    label: textOf(root, 'label') ?? '',
    tabs: childrenOf(root, 'tabs').map(({ text }) => text),
  }));
}

/** The tab as the user has it: a standard one with rights to its object, a deployed one that a permission set makes visible, too. */
function itemsOf({ org, user, lwcDirectories, mayRunReports }: Facts, tab: string): NavigationItem[] {
  const access = org.accessOf(user);
  const analytics = ANALYTICS[tab];
  if (analytics)
    return mayRunReports
      ? [{ label: `${analytics}s`, href: `/lightning/o/${analytics}/home`, objectApiName: analytics }]
      : [];
  const isStandard = tab.startsWith('standard-');
  if (!isStandard && !access.seesTab(tab)) return [];
  const page = appPageTabs(lwcDirectories).find(({ name }) => name === tab);
  if (page) return [{ label: page.label, href: `/lightning/n/${tab}`, objectApiName: tab }];
  const object = tab.replace(/^standard-/, '');
  if (!access.canRead(object)) return [];
  return [
    { label: org.objectDefinition(object).pluralLabel, href: `/lightning/o/${object}/list`, objectApiName: object },
  ];
}
