import { LightningElement } from 'lwc';
import { pageState } from 'page/state';

interface SetupRequest {
  label: string;
  method: string;
  path: string;
}

interface Table {
  title: string;
  columns: string[];
  rows: { key: string; cells: { key: string; text: string }[]; requests: (SetupRequest & { name: string })[] }[];
  hasRequests: boolean;
  isEmpty: boolean;
}

type GivenTable = { title: string; columns: string[]; rows: { cells: string[]; requests: SetupRequest[] }[] };

const LINKS = [
  { label: 'Setup Home', node: '', href: '/lightning/setup' },
  { label: 'Outbound Messages', node: 'WorkflowOmStatus', href: '/lightning/setup/WorkflowOmStatus/home' },
];

/** What an admin looks up: outgoing messages, which can be sent again or deleted, notifications, flows, permission sets. */
export default class SetupPage extends LightningElement {
  tables: Table[] = [];
  problem?: string | undefined;
  node = pageState.page.kind === 'setup' ? pageState.page.node : '';

  get title(): string {
    return this.node === '' ? 'Setup' : 'Outbound Messages';
  }

  get links(): { label: string; href: string; current: string | null }[] {
    return LINKS.map(({ label, href, node }) => ({ label, href, current: node === this.node ? 'page' : null }));
  }

  connectedCallback(): Promise<void> {
    return this.load();
  }

  async handleRequest({ currentTarget }: Event): Promise<void> {
    const { method = '', path = '' } = (currentTarget as HTMLElement).dataset;
    const response = await fetch(path, { method });
    this.problem = response.ok ? undefined : ((await response.json()) as { message: string }).message;
    await this.load();
  }

  private async load(): Promise<void> {
    const response = await fetch(`/lightning/setup/tables?node=${this.node}`);
    const answer = (await response.json()) as GivenTable[] | { message: string };
    if (Array.isArray(answer)) this.tables = answer.map(tableOf);
    else this.problem = answer.message;
  }
}

function tableOf({ title, columns, rows }: GivenTable): Table {
  return {
    title,
    columns,
    isEmpty: rows.length === 0,
    hasRequests: rows.some(({ requests }) => requests.length > 0),
    rows: rows.map(({ cells, requests }, at) => ({
      key: String(at),
      cells: cells.map((text, column) => ({ key: columns[column] ?? '', text })),
      requests: requests.map((request) => ({ ...request, name: `${request.label} ${cells[0] ?? ''}` })),
    })),
  };
}
