import { findField } from '../database/field-path.ts';
import type { Schema } from '../metadata/schema.ts';
import { childrenOf, textOf, type XmlElement } from '../metadata/xml.ts';
import type { FieldDefinition, ObjectDefinition } from '../model.ts';
import { refuseUnknown } from '../tables/refuse-unknown.ts';

/** What reports of a type may show: columns by the name reports have for them, `Deal__c$Stage__c`. */
export interface ReportTypeDefinition {
  label: string;
  object: string;
  columns: Map<string, FieldDefinition>;
}

const KNOWN = ['baseObject', 'category', 'deployed', 'description', 'label', 'sections'];

/** Names report types have for standard lookups. */
const STANDARD: Record<string, string> = {
  Owner: 'OwnerId',
  CreatedBy: 'CreatedById',
  LastModifiedBy: 'LastModifiedById',
};

/** @throws Error naming what this org cannot make of a report type: a join, a field that is not there. */
export function readReportType(schema: Schema, element: XmlElement): ReportTypeDefinition {
  refuseUnknown(element, KNOWN);
  const name = textOf(element, 'baseObject') ?? '';
  const object = schema.objects.get(name);
  if (!object) throw new Error(`In field: baseObject - no CustomObject named ${name} found`);
  const columns = childrenOf(element, 'sections').flatMap((section) => childrenOf(section, 'columns'));
  return {
    label: textOf(element, 'label') ?? '',
    object: name,
    columns: new Map(columns.map((column) => columnOf(object, column))),
  };
}

/** The type of a report. @throws Error when it is not deployed. */
export function typeOfReport(schema: Schema, report: XmlElement): ReportTypeDefinition {
  const name = textOf(report, 'reportType') ?? '';
  const component = schema.components.get(`ReportType ${name.replace(/__c$/, '')}`);
  if (!component) throw new Error(`In field: reportType - no ReportType named ${name} found`);
  return readReportType(schema, component.element);
}

/** Finds columns of the type; the finder throws an Error that names a column which is not there. */
export function fieldsIn({ columns }: ReportTypeDefinition): (column: string) => FieldDefinition {
  return (column) => {
    const field = columns.get(column);
    if (!field) throw new Error(`In field: field - no column named ${column} found in the report type`);
    return field;
  };
}

function columnOf(object: ObjectDefinition, column: XmlElement): [string, FieldDefinition] {
  const [table, name = ''] = [textOf(column, 'table'), textOf(column, 'field')];
  const field = table === object.name ? findField(object, STANDARD[name] ?? name) : undefined;
  if (!field) throw new Error(`column ${name} of ${table} is not known to this org`);
  return [`${table}$${name}`, field];
}
