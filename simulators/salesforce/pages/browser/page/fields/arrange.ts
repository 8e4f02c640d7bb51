import { pageState, type ObjectLayouts } from 'page/state';

import { allFields, editableFields, shownFields, systemFields, type FieldInfo, type ObjectInfo } from './objectFacts';

/** A titled part of the detail area, in one or two columns. */
export interface DetailSection {
  title: string;
  columns: { key: string; fields: FieldInfo[] }[];
}

const USUAL_FIELDS = ['Company', 'AccountId', 'Title', 'Email', 'Phone', 'Status'];
const TOO_LONG = new Set(['TextArea', 'Boolean', 'Url']);
const MOST_HIGHLIGHTS = 7;
const MOST_RELATED_COLUMNS = 4;

/** The detail area as the object's layout arranges it, or else every field, the system's own last. */
export function detailSections(info: ObjectInfo): DetailSection[] {
  const arranged = pageState.layouts[info.apiName]?.sections?.map(({ title, columns }) => ({
    title,
    columns: columns.map((column, at) => ({
      key: String(at),
      fields: pick(
        info,
        column.map(({ field }) => field),
      ),
    })),
  }));
  const everything = () => [
    inTwo(`${info.label} Information`, shownFields(info)),
    inTwo('System Information', systemFields(info)),
  ];
  return (arranged ?? everything()).filter(hasFields);
}

/** Fields of the form: those the user may write and the layout, if there is one, does not lock. */
export function formFields(info: ObjectInfo, isNew: boolean): FieldInfo[] {
  const writable = editableFields(info, isNew);
  const { sections } = pageState.layouts[info.apiName] ?? {};
  if (!sections) return writable;
  const open = sections.flatMap(({ columns }) => columns.flat()).filter(({ isReadOnly }) => !isReadOnly);
  return open.flatMap(({ field }) =>
    writable.filter(({ apiName, compoundFieldName }) => field === apiName || field === compoundFieldName),
  );
}

/** Fields of the record header: the compact layout's, or the usual ones. */
export function highlights(info: ObjectInfo): FieldInfo[] {
  const { highlights: arranged } = pageState.layouts[info.apiName] ?? {};
  const fields = arranged ? pick(info, arranged) : keyFields(info);
  return fields.filter(({ apiName }) => apiName !== 'Name').slice(0, MOST_HIGHLIGHTS);
}

/** Columns where the object's records are listed on another record's page. */
export function relatedColumns(info: ObjectInfo, lookup: string): FieldInfo[] {
  return highlights(info)
    .filter(({ apiName }) => apiName !== lookup)
    .slice(0, MOST_RELATED_COLUMNS);
}

/** Buttons an administrator put above the object's list. */
export function listButtons({ apiName }: ObjectInfo): ObjectLayouts['listButtons'] {
  return pageState.layouts[apiName]?.listButtons ?? [];
}

/** What tells one record from another at a glance: the usual fields first, then the custom ones. */
function keyFields(info: ObjectInfo): FieldInfo[] {
  const shown = shownFields(info).filter(({ dataType }) => !TOO_LONG.has(dataType));
  return [...pick(info, USUAL_FIELDS), ...shown.filter(({ custom }) => custom)];
}

function pick(info: ObjectInfo, names: string[]): FieldInfo[] {
  const known = [...shownFields(info), ...allFields(info)];
  return names.flatMap((name) => known.find(({ apiName }) => apiName === name) ?? []);
}

function inTwo(title: string, fields: FieldInfo[]): DetailSection {
  const [left, right] = [0, 1].map((side) => fields.filter((_, at) => at % 2 === side));
  return {
    title,
    columns: [
      { key: 'left', fields: left ?? [] },
      { key: 'right', fields: right ?? [] },
    ],
  };
}

function hasFields({ columns }: DetailSection): boolean {
  return columns.some(({ fields }) => fields.length > 0);
}
