import { Hono } from 'hono';
import { html } from 'hono/html';
import type { AppEnv } from '../http/app-env.ts';
import type { Parts } from '../parts.ts';
import type { Report } from '../reports/report.ts';
import { pageLayout } from './page-layout.ts';
import type { Html } from './page-layout.ts';

/** /reports/:id: what the dashboard would show of a report. */
export function reportPageRoutes({ store }: Parts): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/:id', (c) => {
    const report = store.reports.get(c.req.param('id'));
    if (!report)
      return c.html(pageLayout('Report not found', html`<p>There is no report under this address.</p>`), 404);
    const candidate = store.candidates.get(report.candidate_id);
    const name = [candidate?.first_name, candidate?.middle_name, candidate?.last_name].filter(Boolean).join(' ');
    return c.html(pageLayout(`Report on ${name}`, reportContent(report)));
  });
}

function reportContent(report: Report): Html {
  const facts: [string, string | null][] = [
    ['Status', report.status],
    ['Result', report.result],
    ['Assessment', report.assessment],
    ['Adjudication', report.adjudication],
    ['Package', report.package],
    ['Ordered', report.created_at],
    ['Expected', report.estimate?.completion_time.slice(0, 10) ?? null],
    ['Completed', report.completed_at],
    ['Revised', report.revised_at],
  ];
  return html`<dl>
      ${facts.map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd>${value ?? '–'}</dd>`,
      )}
    </dl>
    <table>
      <caption>
        Screenings
      </caption>
      <thead>
        <tr>
          <th scope="col">Screening</th>
          <th scope="col">Status</th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        ${report.screenings.map(
          ({ type, status, result }) =>
            html`<tr>
              <th scope="row">${type.replaceAll('_', ' ')}</th>
              <td>${status}</td>
              <td>${result ?? '–'}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}
