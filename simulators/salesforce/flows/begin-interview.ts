import { setReference } from './assign.ts';
import type { FlowValue } from './flow-value.ts';
import type { Interview } from './interview.ts';
import { resolveValue } from './resolve-reference.ts';

/** Gives variables their initial values, then what the flow was started with. @throws FlowFault when one does not fit. */
export function beginInterview(interview: Interview, inputs: ReadonlyMap<string, FlowValue> = new Map()): void {
  for (const [name, resource] of interview.flow.resources) {
    if (resource.kind === 'variable' && resource.initial)
      setReference(interview, name, resolveValue(interview, resource.initial));
  }
  for (const [name, value] of inputs) setReference(interview, name, value);
}
