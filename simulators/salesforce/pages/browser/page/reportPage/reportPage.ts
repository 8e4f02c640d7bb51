import { LightningElement, api } from 'lwc';
import { formErrors } from 'page/fields';
import { askPage } from 'page/http';
import type { Chart } from 'page/reportChart';
import { linesOf, summariesInWords, type Cell, type Group, type Line, type Summary } from './lines';

/** A report as the server runs it; the counterpart is `reports/run-report.ts`. */
interface Report {
  name: string;
  description: string;
  typeLabel: string;
  filters: string[];
  columns: string[];
  groups: Group[];
  rows: Cell[][];
  count: number;
  totals: Summary[];
  chart: Chart | null;
}

/** A report, run with the rights of the user: its filters, totals, chart, and the rows in their groups. */
export default class ReportPage extends LightningElement {
  @api reportId = '';
  report?: Report;
  problem?: string;

  async connectedCallback(): Promise<void> {
    try {
      this.report = await askPage<Report>('GET', `/lightning/reports/${this.reportId}`);
    } catch (error) {
      this.problem = formErrors(error).record.join(' ');
    }
  }

  get totals(): Summary[] {
    const { count = 0, totals = [] } = this.report ?? {};
    return [{ label: 'Total Records', text: String(count) }, ...totals];
  }

  get lines(): Line[] {
    return this.report ? linesOf(this.report.groups, this.report.rows) : [];
  }

  get columnCount(): number {
    return this.report?.columns.length ?? 1;
  }

  get grandTotal(): string {
    const { count = 0, totals = [] } = this.report ?? {};
    return `Total (${count})${summariesInWords(totals)}`;
  }

  get isEmpty(): boolean {
    return this.report?.count === 0;
  }
}
