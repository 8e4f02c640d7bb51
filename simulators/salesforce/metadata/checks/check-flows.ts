import { checkFlowAgainstOrg } from '../../flows/check-against-org.ts';
import { readFlow } from '../../flows/read-flow.ts';
import { problemOf, type Component, type Problem } from '../component.ts';
import { orgNames } from '../org-names.ts';
import type { Schema } from '../schema.ts';

/** Flows hold only what this org executes, and name only what is there. */
export function checkFlows(schema: Schema, components: Component[]): Problem[] {
  const names = orgNames(() => schema);
  return components
    .filter(({ type }) => type === 'Flow')
    .flatMap((component) => {
      try {
        checkFlowAgainstOrg(readFlow(component.element, component.path), names);
        return [];
      } catch (error) {
        return [flowProblem(component, error instanceof Error ? error.message : String(error))];
      }
    });
}

/** The file at the start of the message goes, a line behind it becomes the problem's. */
function flowProblem(flow: Component, text: string): Problem {
  const start = text.startsWith(`${flow.path}:`) ? flow.path.length + 1 : 0;
  const [, line, message = ''] = /^(?:(\d+):)?\s*([^]*)$/.exec(text.slice(start)) ?? [];
  const problem = problemOf(flow, message);
  return line === undefined ? problem : { ...problem, line: Number(line), column: 1 };
}
