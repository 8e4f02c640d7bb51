/** Something a file of a bundle names that has to be in the org. */
export interface SourceReference {
  /** As written: `@salesforce/label/c.Title`, `c/recordLink`. */
  name: string;
  /** Both from 1. */
  line: number;
  column: number;
}

const IMPORT = /\bfrom\s*(['"])([^'"]+)\1|\bimport\s*\(?\s*(['"])([^'"]+)\3/g;
const TAG = /<c-([a-z][a-z0-9-]*)/g;

/** The modules a script imports. */
export function importsOf(script: string): SourceReference[] {
  return [...script.matchAll(IMPORT)].map((match) => at(script, match.index, match[2] ?? match[4] ?? ''));
}

/** The components of the package a template uses, as modules: `<c-record-link>` is `c/recordLink`. */
export function componentsIn(template: string): SourceReference[] {
  return [...template.matchAll(TAG)].map((match) => at(template, match.index, `c/${camelCase(match[1] ?? '')}`));
}

function camelCase(tag: string): string {
  return tag.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}

function at(source: string, index: number, name: string): SourceReference {
  const lines = source.slice(0, index).split('\n');
  return { name, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
