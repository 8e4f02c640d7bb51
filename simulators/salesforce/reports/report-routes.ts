import { Hono, type Context } from 'hono';
import { ApiError } from '../database/api-error.ts';
import type { RunningUser } from '../model.ts';
import type { SimulatedOrg } from '../org.ts';
import { drawChart, type Chart } from './draw-chart.ts';
import { readDashboard } from './read-dashboard.ts';
import { readReport } from './read-report.ts';
import { createCatalog, type Catalog } from './report-catalog.ts';
import type { DashboardComponent } from './report-model.ts';
import { asSeenBy, reportRows } from './report-rows.ts';
import { runReport } from './run-report.ts';

interface ReportRoutesOptions {
  org: SimulatedOrg;
  /** Whose session the request carries; undefined when there is none. */
  userOf(c: Context): RunningUser | undefined;
}

/** One chart of a dashboard as a user sees it, or why the user does not. */
interface DashboardPart {
  header: string;
  reportName: string;
  reportHref: string;
  chart: Chart | null;
  problem: string | null;
}

/** What the pages of reports and dashboards ask for: the lists, and each of them run with the rights of the user. */
export function reportRoutes({ org, userOf }: ReportRoutesOptions): Hono {
  const reports = createCatalog(org, 'Report');
  const dashboards = createCatalog(org, 'Dashboard');
  const answer = (c: Context, work: (user: RunningUser) => object) => {
    const user = userOf(c);
    return user ? c.json(work(user)) : c.json({ message: 'Log in first' }, 401);
  };
  return new Hono()
    .get('/lightning/reports', (c) => answer(c, (user) => reports.entries(user)))
    .get('/lightning/reports/:id', (c) =>
      answer(c, (user) => runReport(org, user, readReport(org.schema(), reports.find(user, c.req.param('id'))))),
    )
    .get('/lightning/dashboards', (c) => answer(c, (user) => dashboards.entries(user)))
    .get('/lightning/dashboards/:id', (c) =>
      answer(c, (user) => {
        const { title, description, components } = readDashboard(
          org.schema(),
          dashboards.find(user, c.req.param('id')),
        );
        return { title, description, components: components.map((one) => partOf(org, user, { reports, one })) };
      }),
    )
    .onError((error, c) => {
      if (!(error instanceof ApiError)) throw error;
      return c.json({ message: error.message }, error.status as 403);
    });
}

function partOf(
  org: SimulatedOrg,
  user: RunningUser,
  { reports, one }: { reports: Catalog; one: DashboardComponent },
): DashboardPart {
  const id = reports.idOf(one.report);
  const { name: reportName } = one;
  const part = { header: one.header, reportName, reportHref: `/lightning/r/Report/${id}/view`, chart: null };
  try {
    const report = readReport(org.schema(), reports.find(user, id));
    const rows = reportRows(org, user, report);
    const chart = drawChart(asSeenBy(org.accessOf(user), report), one.chart, rows);
    return { ...part, chart, problem: chart ? null : "You don't have access to a field this chart shows." };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { ...part, problem: error.message };
  }
}
