import type { FieldValue } from '../../model.ts';
import { outputsOf } from '../run-subflow.ts';
import type { FlowValue } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import type { ScreenNode } from './screen-node.ts';
import { showFields, type ShownField } from './show-screen.ts';

/** What the user can do on a screen. */
export type FlowAction = 'NEXT' | 'FINISH' | 'BACK';

/** One field of a screen, ready to be drawn. `value` is what was entered last, right or wrong. */
export type FieldView =
  | { kind: 'display'; name: string; html: string }
  | (AskedView & { kind: 'input'; type: string; isLong: boolean })
  | (AskedView & { kind: 'dropdown'; type: string; choices: ChoiceView[] })
  | (AskedView & { kind: 'radio'; type: string; choices: ChoiceView[] });

interface ChoiceView {
  label: string;
  value: FieldValue;
}

interface AskedView {
  name: string;
  label: string;
  value: unknown;
  isRequired: boolean;
  help?: string;
  error?: string;
}

/** A screen, ready to be drawn. */
export interface ScreenView {
  name: string;
  label: string;
  help?: string;
  showHeader: boolean;
  showFooter: boolean;
  fields: FieldView[];
  actions: FlowAction[];
  buttons: { next?: string; back?: string };
}

/** Where a screen flow stands: waiting for the user, finished, or stopped. */
export interface InterviewView {
  id: string;
  flow: string;
  label: string;
  status: 'STARTED' | 'FINISHED' | 'ERROR';
  screen?: ScreenView;
  /** Of a finished flow: its variables available for output that hold plain values. */
  outputs?: Record<string, unknown>;
  /** Of a stopped flow: what the user is told. */
  message?: string;
}

interface ScreenState {
  screen: ScreenNode;
  canGoBack: boolean;
  problems: ReadonlyMap<string, string>;
  /** What was entered when there are problems. */
  entered: Readonly<Record<string, unknown>>;
}

/** A screen as the user sees it now. */
export function screenView(interview: Interview, { screen, canGoBack, problems, entered }: ScreenState): ScreenView {
  const { name, label, help, showHeader, showFooter, buttons } = screen;
  const fields = showFields(interview, screen).map((shown) => {
    const view = fieldView(shown);
    const error = problems.get(shown.name);
    if (view.kind === 'display') return view;
    return { ...view, ...(shown.name in entered ? { value: entered[shown.name] } : {}), ...(error ? { error } : {}) };
  });
  const forward: FlowAction[] = screen.connector === undefined ? ['FINISH'] : ['NEXT'];
  const actions = [
    ...(screen.allowFinish ? forward : []),
    ...(screen.allowBack && canGoBack ? (['BACK'] as const) : []),
  ];
  return { name, label, ...(help ? { help } : {}), showHeader, showFooter, buttons, actions, fields };
}

/** What a finished flow gives back, records and their collections left out. */
export function plainOutputs(interview: Interview): Record<string, unknown> {
  const outputs = [...outputsOf(interview)].map(([name, value]) => [name, plain(value)]);
  return Object.fromEntries(outputs.filter(([, value]) => value !== undefined)) as Record<string, unknown>;
}

function plain(value: FlowValue): unknown {
  if (value.kind === 'single') return value.value;
  return value.kind === 'collection' ? value.items.map(plain) : undefined;
}

function fieldView(shown: ShownField): FieldView {
  if (shown.kind === 'display') return shown;
  const { name, label, value, field } = shown;
  const { isRequired, help, type } = field;
  const asked = { name, label, value, isRequired, type, ...(help ? { help } : {}) };
  if (shown.kind === 'input') return { kind: 'input', ...asked, isLong: shown.field.isLong };
  const choices = shown.choices.map((choice) => ({ label: choice.label, value: choice.value }));
  return { kind: shown.field.shape, ...asked, choices };
}
