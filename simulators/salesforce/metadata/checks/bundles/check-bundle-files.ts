import { dirname, join } from 'node:path';
import { componentName, problemOf, type Component, type Problem } from '../../component.ts';
import type { Schema } from '../../schema.ts';
import { textOf } from '../../xml.ts';

const ALLOWED = ['.js', '.html', '.css', '.svg', '.js-meta.xml'];
const META_ELEMENTS = [
  ...['apiVersion', 'capabilities', 'description', 'isExplicitImport', 'isExposed', 'masterLabel'],
  ...['runtimeNamespace', 'targetConfigs', 'targets'],
];

/** A bundle has its script, template or style sheet, nothing but files the org takes, and a configuration it knows. */
export function checkBundleFiles(_schema: Schema, components: Component[]): Problem[] {
  return components
    .filter(({ type }) => type === 'LightningComponentBundle')
    .flatMap((bundle) => [...fileProblems(bundle), ...configurationProblems(bundle)]);
}

function fileProblems(bundle: Component): Problem[] {
  const names = [...(bundle.files?.keys() ?? [])];
  const odd = names.filter((name) => !name.includes('__tests__/') && !ALLOWED.some((ending) => name.endsWith(ending)));
  const problems = odd.map((name) => ({
    path: join(dirname(bundle.path), name),
    component: componentName(bundle),
    message: `Unexpected file ${name} in the bundle; it takes files ending in ${ALLOWED.join(', ')}`,
  }));
  const own = ['.js', '.html', '.css'].map((ending) => bundle.fullName + ending);
  if (names.some((name) => own.includes(name))) return problems;
  return [...problems, problemOf(bundle, `The bundle has no ${own.join(', ')}`)];
}

function configurationProblems(bundle: Component): Problem[] {
  const unknown = bundle.element.children
    .filter(({ name }) => !META_ELEMENTS.includes(name))
    .map((child) =>
      problemOf(bundle, `Element ${child.name} invalid at this location in type LightningComponentBundle`, child),
    );
  if (textOf(bundle.element, 'apiVersion')) return unknown;
  return [...unknown, problemOf(bundle, 'Required field is missing: apiVersion')];
}
