import type { CheckedFormula } from '../formulas/compile-formula.ts';
import type { FieldType, FieldValue } from '../model.ts';

/** A value written in the flow: a literal (texts may hold `{!…}`) or a reference such as `$Record.Name`. */
export type ValueSource =
  { kind: 'literal'; type: FieldType; value: FieldValue } | { kind: 'reference'; reference: string };

/** `left` is a reference in a decision, a field's API name in a filter. */
export interface Condition {
  left: string;
  operator: string;
  right: ValueSource;
}

/** Conditions and how they combine: `and`, `or` or `1 AND (2 OR 3)`. */
export interface Criteria {
  logic: string;
  conditions: Condition[];
}

export interface FieldAssignment {
  field: string;
  value: ValueSource;
}

interface NodeBase {
  name: string;
  label: string;
  connector?: string;
  faultConnector?: string;
}

export interface AssignmentNode extends NodeBase {
  kind: 'assignment';
  items: {
    target: string;
    operator: 'Assign' | 'Add' | 'Subtract' | 'AddItem' | 'AddAtStart' | 'AssignCount';
    value: ValueSource;
  }[];
}

export interface DecisionNode extends NodeBase {
  kind: 'decision';
  rules: { name: string; criteria: Criteria; connector?: string; requiresChange: boolean }[];
}

export interface LookupNode extends NodeBase {
  kind: 'lookup';
  object: string;
  criteria: Criteria;
  firstOnly: boolean;
  sort?: { field: string; descending: boolean };
  limit?: ValueSource;
  /** What is read besides `Id`; empty is everything the flow uses. */
  queriedFields: string[];
  /** Where the result goes: the element itself, a variable, or single fields into variables. */
  store:
    | { to: 'element' }
    | { to: 'variable'; reference: string }
    | { to: 'fields'; fields: { field: string; target: string }[] };
  nullWhenNoneFound: boolean;
}

export interface CreateNode extends NodeBase {
  kind: 'create';
  object?: string;
  assignments: FieldAssignment[];
  inputReference?: string;
  idTarget?: string;
}

export interface UpdateNode extends NodeBase {
  kind: 'update';
  object?: string;
  criteria?: Criteria;
  assignments: FieldAssignment[];
  inputReference?: string;
}

export interface DeleteNode extends NodeBase {
  kind: 'delete';
  object?: string;
  criteria?: Criteria;
  inputReference?: string;
}

export interface LoopNode extends NodeBase {
  kind: 'loop';
  collection: string;
  descending: boolean;
  variable?: string;
  nextConnector?: string;
}

export interface CustomErrorNode extends NodeBase {
  kind: 'customError';
  message: string;
  field?: string;
}

export interface ActionNode extends NodeBase {
  kind: 'action';
  actionType: 'outboundMessage' | 'customNotificationAction';
  actionName: string;
  inputs: { name: string; value: ValueSource }[];
}

/** One element of a flow's canvas. `connector` is the next element's name; none ends the path. */
export type FlowNode =
  | AssignmentNode
  | DecisionNode
  | LookupNode
  | CreateNode
  | UpdateNode
  | DeleteNode
  | LoopNode
  | CustomErrorNode
  | ActionNode;

/** Something with a name a reference may start with. */
export type FlowResource =
  | { kind: 'variable'; type: FieldType; isCollection: boolean; initial?: ValueSource }
  | { kind: 'recordVariable'; object: string; isCollection: boolean }
  | { kind: 'constant'; type: FieldType; value: ValueSource }
  | { kind: 'formula'; type: FieldType; formula: CheckedFormula; scale?: number }
  | { kind: 'template'; text: string };

/** Work after the commit: at once (`async`), or so much time after the save or a field's time. */
export interface ScheduledPath {
  name: string;
  connector: string;
  timing: { kind: 'async' } | { kind: 'timed'; minutes: number; months: number; field?: string };
}

export interface FlowStart {
  object: string;
  timing: 'before' | 'after';
  events: { create: boolean; update: boolean };
  criteria?: Criteria;
  formula?: CheckedFormula;
  requiresChange: boolean;
  connector?: string;
  scheduledPaths: ScheduledPath[];
}

/** A record-triggered flow, all of it understood. */
export interface FlowDefinition {
  name: string;
  label: string;
  path: string;
  isActive: boolean;
  /** Missing: runs after those that have one. */
  triggerOrder?: number;
  start: FlowStart;
  nodes: Map<string, FlowNode>;
  resources: Map<string, FlowResource>;
}
