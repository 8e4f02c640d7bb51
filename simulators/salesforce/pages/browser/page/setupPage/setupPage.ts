import { LightningElement } from 'lwc';

interface Table {
  title: string;
  columns: string[];
  rows: { key: string; cells: { key: string; text: string }[] }[];
  isEmpty: boolean;
}

/** What an admin looks up: outgoing messages, notifications, deployed components, API usage. */
export default class SetupPage extends LightningElement {
  tables: Table[] = [];

  async connectedCallback(): Promise<void> {
    const response = await fetch('/lightning/setup/tables');
    const tables = (await response.json()) as { title: string; columns: string[]; rows: string[][] }[];
    this.tables = tables.map(({ title, columns, rows }) => ({
      title,
      columns,
      isEmpty: rows.length === 0,
      rows: rows.map((cells, at) => ({
        key: String(at),
        cells: cells.map((text, column) => ({ key: columns[column] ?? '', text })),
      })),
    }));
  }
}
