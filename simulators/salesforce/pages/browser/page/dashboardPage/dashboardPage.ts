import { LightningElement, api } from 'lwc';
import { formErrors } from 'page/fields';
import { askPage } from 'page/http';
import type { Chart } from 'page/reportChart';

interface Dashboard {
  title: string;
  description: string;
  components: {
    header: string;
    reportName: string;
    reportHref: string;
    chart: Chart | null;
    problem: string | null;
  }[];
}

/** A dashboard: charts of reports, each run with the rights of the user, each leading to its report. */
export default class DashboardPage extends LightningElement {
  @api dashboardId = '';
  dashboard?: Dashboard;
  problem?: string;

  async connectedCallback(): Promise<void> {
    try {
      this.dashboard = await askPage<Dashboard>('GET', `/lightning/dashboards/${this.dashboardId}`);
    } catch (error) {
      this.problem = formErrors(error).record.join(' ');
    }
  }

  get components(): (Dashboard['components'][number] & { linkLabel: string })[] {
    return (this.dashboard?.components ?? []).map((one) => ({
      ...one,
      linkLabel: `View Report (${one.reportName})`,
    }));
  }
}
