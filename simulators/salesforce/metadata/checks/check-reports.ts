import { readDashboard } from '../../reports/read-dashboard.ts';
import { readReport } from '../../reports/read-report.ts';
import { isFolder, readFolder } from '../../reports/report-folders.ts';
import { readReportType } from '../../reports/report-type.ts';
import { problemOf, type Component, type Problem } from '../component.ts';
import type { Schema } from '../schema.ts';

type Read = (schema: Schema, component: Component) => unknown;

const inFolders =
  (read: Read): Read =>
  (schema, component) =>
    isFolder(component) ? readFolder(component) : read(schema, component);

const READERS: Record<string, Read | undefined> = {
  ReportType: (schema, { element }) => readReportType(schema, element),
  Report: inFolders(readReport),
  Dashboard: inFolders(readDashboard),
};

/** Report types, reports and dashboards are such as this org can run, and name what is there. */
export function checkReports(schema: Schema, components: Component[]): Problem[] {
  return components.flatMap((component) => {
    try {
      READERS[component.type]?.(schema, component);
      return [];
    } catch (error) {
      return [problemOf(component, error instanceof Error ? error.message : String(error))];
    }
  });
}
