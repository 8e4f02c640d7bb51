import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { ADVERSE_ACTION_STATUSES } from '../domain/adverse-action.ts';
import {
  CHECK_ADJUDICATIONS,
  CHECK_ASSESSMENTS,
  CHECK_RESULTS,
  CHECK_STATUSES,
  REOPEN_REASONS,
  REQUESTED_ACTIONS,
} from '../domain/check.ts';
import { ATS_CALLBACK_COLUMNS, ATS_ORDER_FIELDS } from './ats-names.ts';
import { SCREENING_RESULTS, SCREENING_STATUSES } from '../domain/screening.ts';
import {
  CHECK,
  CHECK_COLUMNS,
  CHECK_FIELDS,
  EVENT,
  EVENT_FIELDS,
  PACKAGE,
  PACKAGE_COLUMNS,
  SCREENING,
  SCREENING_FIELDS,
} from './names.ts';
import { CONTACT_COLUMNS, DIRECT_CONTACT_COLUMNS, DIRECT_LEAD_COLUMNS, LEAD_COLUMNS } from './person-columns.ts';
import { TEXT_LENGTHS } from './text-lengths.ts';

const FORCE_APP = join(import.meta.dirname, '../../../force-app');
const isCustom = (column: string) => column.endsWith('__c');
const fieldFile = (object: string, field: string, folder: string) =>
  join(FORCE_APP, folder, 'default/objects', object, 'fields', `${field}.field-meta.xml`);

/** Parents are named by relationship: `Package__r.Slug__c` is the lookup `Package__c`. */
const ownField = (column: string) => column.replace(/__r\..*/, '__c');

test.each([
  [CHECK, 'main', [...CHECK_COLUMNS.map(ownField), ...Object.values(CHECK_FIELDS)]],
  [CHECK, 'main', [...Object.values(ATS_ORDER_FIELDS), ...ATS_CALLBACK_COLUMNS]],
  [PACKAGE, 'main', PACKAGE_COLUMNS],
  [SCREENING, 'main', Object.values(SCREENING_FIELDS)],
  [EVENT, 'main', Object.values(EVENT_FIELDS)],
  ['Lead', 'direct', DIRECT_LEAD_COLUMNS],
  ['Contact', 'direct', DIRECT_CONTACT_COLUMNS],
  ['Lead', 'main', LEAD_COLUMNS],
  ['Contact', 'main', CONTACT_COLUMNS],
])('every custom field of %s that the connector names is in force-app/%s', (object, folder, columns) => {
  const missing = columns.filter(isCustom).filter((column) => !existsSync(fieldFile(object, column, folder)));
  expect(missing).toEqual([]);
});

test.each(Object.entries(TEXT_LENGTHS))('words are cut to what the fields of %s take', (object, lengths) => {
  const parser = new XMLParser();
  for (const [field, length] of Object.entries(lengths)) {
    const xml = parser.parse(readFileSync(fieldFile(object, field, 'main'), 'utf8')) as {
      CustomField: { length: number };
    };
    expect([field, length]).toEqual([field, xml.CustomField.length]);
  }
});

function picklistOf(object: string, field: string): string[] {
  const xml = new XMLParser({ isArray: (name) => name === 'value' }).parse(
    readFileSync(fieldFile(object, field, 'main'), 'utf8'),
  ) as {
    CustomField: { valueSet: { valueSetDefinition: { value: { fullName: string }[] } } };
  };
  return xml.CustomField.valueSet.valueSetDefinition.value.map(({ fullName }) => fullName);
}

describe('the values the connector writes are the values of the picklist, and the other way round', () => {
  test.each([
    [CHECK, 'Status__c', CHECK_STATUSES],
    [CHECK, 'Result__c', CHECK_RESULTS],
    [CHECK, 'Assessment__c', CHECK_ASSESSMENTS],
    [CHECK, 'Adjudication__c', CHECK_ADJUDICATIONS],
    [CHECK, 'Reopen_Reason__c', REOPEN_REASONS],
    [CHECK, 'Requested_Action__c', REQUESTED_ACTIONS],
    [CHECK, 'Adverse_Action_Status__c', ADVERSE_ACTION_STATUSES],
    [SCREENING, 'Status__c', SCREENING_STATUSES],
    [SCREENING, 'Result__c', SCREENING_RESULTS],
  ])('%s.%s', (object, field, values) => {
    expect(picklistOf(object, field).toSorted()).toEqual([...values].toSorted());
  });
});
