import type { FieldType } from '../../model.ts';
import type { Criteria, ValueSource } from '../flow-criteria.ts';

/** One thing to choose, written in the flow. */
export interface Choice {
  kind: 'choice';
  type: FieldType;
  text: string;
  /** The text when missing. */
  value?: ValueSource;
}

/** Things to choose that come from records, from a collection of the flow, or from a picklist. */
export interface ChoiceSet {
  kind: 'choiceSet';
  type: FieldType;
  from:
    | {
        source: 'records';
        object: string;
        criteria?: Criteria;
        sort?: { field: string; descending: boolean };
        limit?: number;
        fields: ChoiceFields;
      }
    | { source: 'collection'; object: string; reference: string; fields: ChoiceFields }
    | { source: 'picklist'; object: string; field: string };
}

/** What of a record is shown, what it stands for, and what else is kept of the one chosen. */
export interface ChoiceFields {
  display: string;
  value: string;
  outputs: { field: string; target: string }[];
}
