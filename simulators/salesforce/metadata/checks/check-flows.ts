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
        return [problemOf(component, error instanceof Error ? error.message : String(error))];
      }
    });
}
