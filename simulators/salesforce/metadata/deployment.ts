import { buildSchema, type KeyPrefixFor } from './build-schema.ts';
import { componentName, type Component, type Problem } from './component.ts';
import type { Schema } from './schema.ts';

/** Looks at newly deployed components in the light of everything; gives what is wrong with them. */
export type Check = (schema: Schema, components: Component[]) => Problem[];

/** What is deployed in an org. */
export interface Deployments {
  schema(): Schema;
  /** Adds or replaces components, all of them or, when there is a problem or it is only a check, none. */
  deploy(components: Component[], options?: { checkOnly?: boolean }): Problem[];
}

/** An org without any metadata of its own. `onDeployed` runs after each change. */
export function createDeployments(checks: Check[], onDeployed: (schema: Schema) => void): Deployments {
  const keyPrefixFor = createKeyPrefixes();
  let { schema } = buildSchema([], keyPrefixFor);
  return {
    schema: () => schema,
    deploy(components, { checkOnly = false } = {}) {
      const all = new Map(schema.components);
      for (const component of components) all.set(componentName(component), component);
      const built = buildSchema([...all.values()], keyPrefixFor);
      const problems =
        built.problems.length > 0 ? built.problems : checks.flatMap((check) => check(built.schema, components));
      if (problems.length > 0 || checkOnly) return problems;
      schema = built.schema;
      onDeployed(schema);
      return [];
    },
  };
}

/** `a00`, `a01`, … in the order in which custom objects first appear. */
function createKeyPrefixes(): KeyPrefixFor {
  const prefixes = new Map<string, string>();
  return (object) => {
    const known = prefixes.get(object) ?? `a${prefixes.size.toString(36).padStart(2, '0')}`;
    prefixes.set(object, known);
    return known;
  };
}
