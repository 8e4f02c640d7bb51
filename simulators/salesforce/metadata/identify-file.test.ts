import { expect, test } from 'vitest';
import { identifyEntry } from '../api/metadata/package/identify-entry.ts';
import { identifyFile } from './identify-file.ts';

const FOLDER = { kind: 'component', type: 'Report', fullName: 'Sales', root: 'ReportFolder' };
const REPORT = { kind: 'component', type: 'Report', fullName: 'Sales/Won_Deals' };

test('a report is named with its folder, and the folder is a component of its own, in source format', () => {
  expect(identifyFile('app/default/reports/Sales.reportFolder-meta.xml')).toEqual(FOLDER);
  expect(identifyFile('app/default/reports/Sales/Won_Deals.report-meta.xml')).toEqual(REPORT);
  expect(identifyFile('app/default/reports/Sales/Won_Deals.dashboard-meta.xml')).toMatchObject({ kind: 'unknown' });
});

test('and in metadata format', () => {
  expect(identifyEntry('reports/Sales-meta.xml')).toEqual(FOLDER);
  expect(identifyEntry('reports/Sales/Won_Deals.report')).toEqual(REPORT);
});
