import { describe, expect, test } from 'vitest';
import { listOf, metadataFiles, textsOf, type Element } from './package-source.ts';

const reports = metadataFiles('report').map((file) => [`${file.owner}/${file.name}`, file.root] as const);
const [reportType] = metadataFiles('reportType');
const columns = listOf(reportType?.root ?? {}, 'sections')
  .flatMap((section) => listOf(section, 'columns'))
  .map((column) => `${String(column['table'])}$${String(column['field'])}`);
const fields = metadataFiles('field').map(({ owner, name }) => `${owner}$${name}`);

test('the report type offers only fields that are there', () => {
  expect(columns.filter((name) => name.endsWith('__c') && !fields.includes(name))).toEqual([]);
});

describe.each(reports)('%s', (_name, report) => {
  const groupings = listOf(report, 'groupingsDown').map((one) => String(one['field']));
  const shown = listOf(report, 'columns').map((one) => String(one['field']));
  const filtered = listOf(listOf(report, 'filter')[0] ?? {}, 'criteriaItems').map((one) => String(one['column']));
  const charted = listOf(report, 'chart').flatMap((one) => [
    ...textsOf(one, 'groupingColumn'),
    ...textsOf(one, 'secondaryGroupingColumn'),
  ]);
  const dated = listOf(report, 'timeFrameFilter').map((one) => String(one['dateColumn']));

  test('names only columns of its report type', () => {
    expect(report['reportType']).toBe(`${reportType?.name}__c`);
    expect([...groupings, ...shown, ...filtered, ...dated].filter((name) => !columns.includes(name))).toEqual([]);
  });

  test('a column it groups by is not shown again, and its chart shows a grouping', () => {
    expect(shown.filter((name) => groupings.includes(name))).toEqual([]);
    expect(charted.filter((name) => !groupings.includes(name))).toEqual([]);
  });
});

test('the dashboard shows reports of the package', () => {
  const cells = metadataFiles('dashboard').flatMap(({ root }) =>
    listOf(listOf(root, 'dashboardGridLayout')[0] ?? {}, 'dashboardGridComponents'),
  );
  const used = cells.map((cell) => String((cell['dashboardComponent'] as Element)['report']));
  expect(used.toSorted()).toEqual(reports.map(([name]) => name).toSorted());
});
