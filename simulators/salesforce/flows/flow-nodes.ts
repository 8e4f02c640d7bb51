import type { Criteria, FieldAssignment, ValueSource } from './flow-criteria.ts';
import type { ScreenNode } from './screens/screen-node.ts';

/** What every element has. */
export interface NodeBase {
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

/** Runs another flow within the same transaction. */
export interface SubflowNode extends NodeBase {
  kind: 'subflow';
  flowName: string;
  inputs: { name: string; value: ValueSource }[];
  outputs: { name: string; target: string }[];
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
  | ActionNode
  | SubflowNode
  | ScreenNode;
