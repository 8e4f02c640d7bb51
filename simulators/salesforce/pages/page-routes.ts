import { Hono, type Context } from 'hono';
import { html } from 'hono/html';

import { ApiError } from '../database/api-error.ts';
import type { ObjectDefinition, RunningUser } from '../model.ts';
import type { Org } from '../org-model.ts';
import { objectOfId } from '../api/ui-api/read-record.ts';
import { assetRoutes } from './asset-routes.ts';
import { createLwcBundle, type BundleOptions } from './bundle/lwc-bundle.ts';
import { appPage, recordPageRegions } from './flexi-pages.ts';
import { loginPage } from './login-page.ts';
import { pageShell, plainPage } from './page-shell.ts';
import { pageState, type PageSubject } from './page-state.ts';
import { platformImports, unknownSchemaImports } from './platform-imports.ts';

/** A table of a setup page. */
export interface SetupTable {
  title: string;
  /** The page it stands on, as the address names it; left out: the first page of Setup. */
  node?: string;
  columns: string[];
  rows: string[][];
  /** What can be done with each row: a request of the administrator, by the row's first cell. */
  actions?: { label: string; method: 'POST' | 'DELETE'; path(firstCell: string): string }[];
}

export interface PageOptions extends BundleOptions {
  org: Org;
  /** Whose session the request carries; undefined when there is none. */
  userOf(c: Context): RunningUser | undefined;
  /** Starts a session for the user and sets its cookie on the answer. */
  signIn(c: Context, user: RunningUser): void;
  /** Whether the user has Run Reports. */
  mayRunReports(user: RunningUser): boolean;
  /** What the setup page lists; asked for on each visit. */
  setupTables?: () => SetupTable[];
}

/** The only one: which outbound messages wait or failed. */
const SETUP_NODES = ['WorkflowOmStatus'];

type Pages = PageOptions & { bundle: ReturnType<typeof createLwcBundle> };

/** The pages people see: records, lists, the form for a new record, setup, and the choice of a user. */
export function pageRoutes(options: PageOptions): Hono {
  const pages: Pages = { ...options, bundle: createLwcBundle(options) };
  const { org } = options;
  return new Hono()
    .route('/', assetRoutes(pages.bundle))
    .get('/', (c) => c.redirect('/lightning/o/Lead/list'))
    .get('/__login', (c) => logIn(options, c))
    .get('/lightning/o/:type{Report|Dashboard}/home', (c) =>
      show(pages, c, () => ({ kind: 'catalog', objectApiName: c.req.param('type') as 'Report' | 'Dashboard' })),
    )
    .get('/lightning/r/:type{Report|Dashboard}/:id/view', (c) => show(pages, c, () => analyticsPage(c.req.param())))
    .get('/lightning/r/:object/:id/:action{view|edit}', (c) => showRecord(pages, c, c.req.param()))
    .get('/lightning/r/:id/:action{view|edit}', (c) => showRecord(pages, c, c.req.param()))
    .get('/lightning/n/:tab', (c) => showApp(pages, c, c.req.param('tab')))
    .get('/lightning/o/:object/list', (c) =>
      show(pages, c, () => ({
        kind: 'list',
        objectApiName: org.objectDefinition(c.req.param('object')).name,
        filterName: c.req.query('filterName'),
      })),
    )
    .get('/lightning/o/:object/new', (c) =>
      show(pages, c, () => ({ kind: 'new', objectApiName: org.objectDefinition(c.req.param('object')).name })),
    )
    .get('/lightning/setup', (c) => show(pages, c, () => ({ kind: 'setup', node: '' })))
    .get('/lightning/setup/tables', (c) => {
      if (!options.userOf(c)?.isAdmin) return c.json({ message: 'Setup is for administrators' }, 403);
      const tables = options.setupTables?.() ?? [];
      return c.json(tables.filter(({ node = '' }) => node === (c.req.query('node') ?? '')).map(withRequests));
    })
    .get('/lightning/setup/:node/home', (c) =>
      show(pages, c, () => ({ kind: 'setup', node: setupNode(c.req.param('node')) })),
    )
    .onError((error, c) => problemPage(error, c));
}

function showRecord(
  pages: Pages,
  c: Context,
  { id: recordId, action }: { id: string; action: string },
): Promise<Response> | Response {
  return show(pages, c, () => {
    const objectApiName = objectOfId(pages.org, recordId).name;
    return {
      kind: 'record',
      objectApiName,
      recordId,
      regions: recordPageRegions(pages.lwcDirectories(), objectApiName),
      isEditing: action === 'edit',
    };
  });
}

/** Pages of Setup besides its first. @throws ApiError 404 */
function setupNode(node: string): string {
  if (SETUP_NODES.includes(node)) return node;
  throw new ApiError(404, 'NOT_FOUND', `Setup has no page named ${node} in this simulated org`);
}

function analyticsPage({ type, id: recordId }: { type: string; id: string }): PageSubject {
  return type === 'Report'
    ? { kind: 'report', objectApiName: type, recordId }
    : { kind: 'dashboard', objectApiName: 'Dashboard', recordId };
}

function showApp(pages: Pages, c: Context, name: string): Promise<Response> | Response {
  return show(pages, c, (user) => {
    const page = appPage(pages.lwcDirectories(), name);
    if (!page || !pages.org.accessOf(user).seesTab(name))
      throw new ApiError(404, 'NOT_FOUND', `There is no tab ${name}, or you don't have access to it.`);
    return { kind: 'app', name, ...page };
  });
}

async function show(pages: Pages, c: Context, subject: (user: RunningUser) => PageSubject): Promise<Response> {
  const user = pages.userOf(c);
  if (!user) return c.html(loginPage(pages.org.users(), c.req.path));
  const page = subject(user);
  const lwcDirectories = pages.lwcDirectories();
  const [unknown] = unknownSchemaImports(pages.org, platformImports(lwcDirectories));
  if (unknown) throw new Error(unknown);
  const { hash } = await pages.bundle.ready();
  const state = pageState({ org: pages.org, user, lwcDirectories, mayRunReports: pages.mayRunReports(user) }, page);
  return c.html(pageShell({ title: titleOf(pages.org, page), state, bundleHash: hash }));
}

function titleOf(org: Org, page: PageSubject): string {
  if (page.kind === 'setup') return 'Setup | Salesforce';
  if (page.kind === 'catalog') return `${page.objectApiName}s | Salesforce`;
  if (page.kind === 'report' || page.kind === 'dashboard') return `${page.objectApiName} | Salesforce`;
  if (page.kind === 'app') return `${page.label} | Salesforce`;
  const { label, pluralLabel }: ObjectDefinition = org.objectDefinition(page.objectApiName);
  const names = { record: label, list: pluralLabel, new: `New ${label}` };
  return `${names[page.kind]} | Salesforce`;
}

/** Only paths of this org are followed, so that a link cannot lead elsewhere. */
function logIn({ org, signIn }: PageOptions, c: Context): Response | Promise<Response> {
  const user = org.findUser(c.req.query('user') ?? '');
  const to = /^\/(?![/\\])/.test(c.req.query('to') ?? '') ? String(c.req.query('to')) : '/';
  if (!user) return c.html(loginPage(org.users(), to));
  signIn(c, user);
  return c.redirect(to);
}

/** The table as the browser gets it: each row with its requests. */
function withRequests({ title, columns, rows, actions = [] }: SetupTable): object {
  const requestsOf = ([first = '']: string[]) =>
    actions.map(({ label, method, path }) => ({ label, method, path: path(first) }));
  return { title, columns, rows: rows.map((cells) => ({ cells, requests: requestsOf(cells) })) };
}

function problemPage(error: Error, c: Context): Response | Promise<Response> {
  const status = error instanceof ApiError && error.status === 404 ? 404 : 500;
  const title = status === 404 ? 'Page not found' : 'This page cannot be built';
  return c.html(plainPage({ title, body: html`<pre>${error.message}</pre>` }), status);
}
