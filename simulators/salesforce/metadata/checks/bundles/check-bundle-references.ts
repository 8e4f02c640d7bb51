import { dirname, join } from 'node:path';
import { findFieldPath } from '../../../database/field-path.ts';
import { componentName, type Component, type Problem } from '../../component.ts';
import type { Schema } from '../../schema.ts';
import { componentsIn, importsOf, type SourceReference } from './source-references.ts';

/** What never depends on what is deployed. */
const ALWAYS_THERE = /^@salesforce\/(?:user\/(?:Id|isGuest)|i18n\/\w+\.?\w*|client\/formFactor|userPermission\/\w+)$/;

/** Objects, fields, labels, permissions and components that Lightning web components name are in the org. */
export function checkBundleReferences(schema: Schema, components: Component[]): Problem[] {
  return components
    .filter(({ type }) => type === 'LightningComponentBundle')
    .flatMap((bundle) =>
      [...(bundle.files ?? [])].flatMap(([file, text]) =>
        referencesOf(file, text).flatMap((reference) => {
          const message = messageFor(schema, bundle, { file, name: reference.name });
          if (message === undefined) return [];
          const { line, column } = reference;
          return [{ path: join(dirname(bundle.path), file), component: componentName(bundle), message, line, column }];
        }),
      ),
    );
}

function referencesOf(file: string, text: string): SourceReference[] {
  if (file.includes('__tests__/')) return [];
  if (file.endsWith('.js')) return importsOf(text);
  return file.endsWith('.html') ? componentsIn(text) : [];
}

function messageFor(schema: Schema, bundle: Component, { file, name }: { file: string; name: string }) {
  if (name.startsWith('c/')) {
    const other = { type: 'LightningComponentBundle', fullName: name.slice(2) };
    if (schema.components.has(componentName(other))) return undefined;
    return `No MODULE named markup://c:${other.fullName} found : [markup://c:${bundle.fullName}]`;
  }
  const [, kind = '', target = ''] = /^@salesforce\/(\w+)\/(.+)$/.exec(name) ?? [];
  if (!name.startsWith('@salesforce/') || ALWAYS_THERE.test(name)) return undefined;
  if (kind === 'schema') return schemaMessage(schema, target, file);
  if (kind === 'label' && schema.components.has(`CustomLabel ${target.replace(/^c\./, '')}`)) return undefined;
  if (kind === 'customPermission' && schema.customPermissions.has(target)) return undefined;
  if (kind === 'apex') return `Unable to find Apex action class referenced as '${target.split('.')[0] ?? ''}'.`;
  return `Invalid reference ${target || name} of type ${kind || 'module'} in file ${file}`;
}

function schemaMessage({ objects }: Schema, target: string, file: string): string | undefined {
  const [objectName = '', ...path] = target.split('.');
  const object = objects.get(objectName);
  const isKnown = object && (path.length === 0 || findFieldPath(objects, object, path.join('.')));
  if (isKnown) return undefined;
  return `Invalid reference ${target} of type ${path.length === 0 ? 'sobjectClass' : 'sobjectField'} in file ${file}`;
}
