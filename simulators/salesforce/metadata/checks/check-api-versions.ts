import { problemOf, type Component, type Problem } from '../component.ts';
import type { Schema } from '../schema.ts';
import { childOf } from '../xml.ts';

const OLDEST = 20;
const NEWEST = 66;

/** Components ask for an API version that the org has. */
export function checkApiVersions(_schema: Schema, components: Component[]): Problem[] {
  return components.flatMap((component) => {
    const version = childOf(component.element, 'apiVersion');
    if (!version || isKnown(version.text)) return [];
    return [problemOf(component, `Invalid version specified: ${version.text}`, version)];
  });
}

function isKnown(text: string): boolean {
  const version = Number(text);
  return /^\d+(\.0)?$/.test(text) && version >= OLDEST && version <= NEWEST;
}
