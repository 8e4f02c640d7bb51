import type { FieldDefinition } from '../model.ts';
import type { RowFilter } from '../tables/row-filter.ts';

/** A list view, understood. */
export interface ListView {
  /** As `filterName` of an address names it. */
  name: string;
  label: string;
  object: string;
  columns: FieldDefinition[];
  /** A row has to pass all of them. */
  filters: RowFilter[];
  isOwnRowsOnly: boolean;
  /** Groups whose members see the view, by name; undefined: everybody does. */
  sharedWith: string[] | undefined;
}
