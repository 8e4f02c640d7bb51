import type { CheckedFormula } from '../../formulas/compile-formula.ts';
import type { FieldType } from '../../model.ts';
import type { Criteria, ValueSource } from '../flow-criteria.ts';

interface FieldBase {
  name: string;
  /** Shown only while these hold. */
  visibility?: Criteria;
}

/** A text in HTML, with `{!…}`. */
export interface DisplayField extends FieldBase {
  kind: 'display';
  text: string;
}

interface AskingField extends FieldBase {
  type: FieldType;
  label: string;
  help?: string;
  isRequired: boolean;
  validation?: { formula: CheckedFormula; message: string };
  /** Back on the screen it starts again from its default. */
  forgets: boolean;
}

/** A field to fill in. */
export interface InputField extends AskingField {
  kind: 'input';
  isLong: boolean;
  initial?: ValueSource;
}

/** A field to choose one thing in. */
export interface ChoiceField extends AskingField {
  kind: 'choice';
  shape: 'dropdown' | 'radio';
  /** Names of choices and choice sets. */
  choices: string[];
  /** Name of a choice. */
  initialChoice?: string;
}

/** One thing on a screen. */
export type ScreenField = DisplayField | InputField | ChoiceField;

/** A screen. Without a connector it is the last one. */
export interface ScreenNode {
  kind: 'screen';
  name: string;
  label: string;
  connector?: string;
  fields: ScreenField[];
  help?: string;
  allowBack: boolean;
  /** Whether there is a button that goes on. */
  allowFinish: boolean;
  showHeader: boolean;
  showFooter: boolean;
  buttons: { next?: string; back?: string };
}
