import { childrenOf, textOf, type XmlElement } from '../metadata/xml.ts';
import type { FieldDefinition } from '../model.ts';
import { isDated, rowFilter, type RowFilter } from '../tables/row-filter.ts';
import { refuseUnknown } from '../tables/refuse-unknown.ts';

/** Of a time frame the next days begin with today; in any other filter they begin tomorrow. */
const INTERVALS: Record<string, { words: string; soql: ((name: string) => string) | undefined } | undefined> = {
  INTERVAL_CUSTOM: { words: 'All Time', soql: undefined },
  INTERVAL_CURY: { words: 'Current Calendar Year', soql: (name) => `${name} = THIS_YEAR` },
  INTERVAL_CURRENTM: { words: 'Current Month', soql: (name) => `${name} = THIS_MONTH` },
  INTERVAL_TODAY: { words: 'Today', soql: (name) => `${name} = TODAY` },
  INTERVAL_NEXT7: { words: 'Next 7 Days', soql: (name) => `(${name} = TODAY OR ${name} = NEXT_N_DAYS:6)` },
};

/** One `criteriaItems` element. @throws Error naming an operator or a comparison this org does not know. */
function readCriterion(item: XmlElement, fieldOf: (column: string) => FieldDefinition): RowFilter {
  refuseUnknown(item, ['column', 'columnToColumn', 'isUnlocked', 'operator', 'value']);
  if (textOf(item, 'columnToColumn') === 'true') throw new Error('comparing two columns is not known to this org');
  const field = fieldOf(textOf(item, 'column') ?? '');
  return rowFilter(field, textOf(item, 'operator'), textOf(item, 'value'));
}

/** The `timeFrameFilter` element. @throws Error naming an interval this org does not know. */
function readTimeFrame(frame: XmlElement, fieldOf: (column: string) => FieldDefinition): RowFilter {
  refuseUnknown(frame, ['dateColumn', 'interval']);
  const field = fieldOf(textOf(frame, 'dateColumn') ?? '');
  const written = textOf(frame, 'interval') ?? '(none)';
  const interval = INTERVALS[written];
  if (!interval) throw new Error(`interval ${written} is not known to this org`);
  if (!isDated(field)) throw new Error(`${field.name} is no date for the time frame`);
  return {
    field,
    words: `${field.label}: ${interval.words}`,
    soql: interval.soql?.(field.name),
  };
}

/** Every filter of a report: its time frame first, as an org shows them. */
export function readFilters(report: XmlElement, fieldOf: (column: string) => FieldDefinition): RowFilter[] {
  return [
    ...childrenOf(report, 'timeFrameFilter').map((frame) => readTimeFrame(frame, fieldOf)),
    ...childrenOf(report, 'filter').flatMap((filter) => {
      refuseUnknown(filter, ['criteriaItems']);
      return childrenOf(filter, 'criteriaItems').map((item) => readCriterion(item, fieldOf));
    }),
  ];
}
