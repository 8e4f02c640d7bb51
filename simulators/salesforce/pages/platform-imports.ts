import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Org } from '../org-model.ts';
import { findComponentSources } from './bundle/component-sources.ts';

/** An import of a module named after something in the org: `@salesforce/schema/Lead.Name`. */
export interface PlatformImport {
  component: string;
  family: string;
  name: string;
}

const IMPORT = /from\s+['"]@salesforce\/(\w+)\/([\w.]+)['"]/g;

/** Every `@salesforce/…` import of the deployed components. */
export function platformImports(lwcDirectories: string[]): PlatformImport[] {
  return findComponentSources(lwcDirectories).flatMap(({ name: component, directory }) =>
    readdirSync(directory)
      .filter((name) => /\.(ts|js)$/.test(name))
      .flatMap((name) => [...readFileSync(join(directory, name), 'utf8').matchAll(IMPORT)])
      .map(([, family = '', name = '']) => ({ component, family, name })),
  );
}

/** Sentences about `@salesforce/schema` imports of objects and fields that the org does not have; it refuses to deploy them. */
export function unknownSchemaImports(org: Pick<Org, 'objectDefinitions'>, imports: PlatformImport[]): string[] {
  return imports
    .filter(({ family, name }) => family === 'schema' && !isKnown(org, name.split('.')))
    .map(({ component, name }) => `${component} imports @salesforce/schema/${name}, which does not exist in this org`);
}

function isKnown(org: Pick<Org, 'objectDefinitions'>, [objectName, ...path]: string[]): boolean {
  const object = org.objectDefinitions().find(({ name }) => name === objectName);
  if (!object) return false;
  const [first, ...rest] = path;
  if (first === undefined) return true;
  if (rest.length === 0) return object.fields.has(first);
  const lookup = [...object.fields.values()].find(({ relationshipName }) => relationshipName === first);
  return lookup?.referenceTo !== undefined && isKnown(org, [lookup.referenceTo, ...rest]);
}
