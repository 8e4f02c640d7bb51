import type { Component, Problem } from '../component.ts';
import type { MetadataSchema } from './schema/metadata-schema.ts';

/** Finds what takes the schema of metadata, or the compiler of Lightning web components, to find. */
export type CompilerCheck = (components: Component[]) => Promise<Problem[]>;

/** Both are loaded when they are first needed: most orgs never are deployed to this way. */
export function createCompilerCheck(): CompilerCheck {
  let schema: MetadataSchema | undefined;
  return async (components) => {
    const { checkSchema } = await import('./schema/check-schema.ts');
    schema ??= (await import('./schema/metadata-schema.ts')).loadMetadataSchema();
    const problems = checkSchema(schema, components);
    if (!components.some(({ type }) => type === 'LightningComponentBundle')) return problems;
    const { compileBundles } = await import('./bundles/compile-bundles.ts');
    return [...problems, ...compileBundles(components)];
  };
}
