import { join, dirname } from 'node:path';
import { transformSync } from '@lwc/compiler';
import { componentName, type Component, type Problem } from '../../component.ts';

const COMPILED = /\.(js|html|css)$/;

/** Every script, template and style sheet of a Lightning web component compiles. */
export function compileBundles(components: Component[]): Problem[] {
  return components.flatMap((component) => {
    if (component.type !== 'LightningComponentBundle') return [];
    const sources = [...(component.files ?? [])].filter(
      ([name]) => COMPILED.test(name) && !name.includes('__tests__/'),
    );
    return sources.flatMap(([name, text]) => compileFile(component, name, text));
  });
}

function compileFile(component: Component, name: string, text: string): Problem[] {
  try {
    transformSync(text, name, { name: component.fullName, namespace: 'c', enableDynamicComponents: true });
    return [];
  } catch (error) {
    const { message, location } = diagnosticOf(error);
    const place = location ? { line: location.line, column: location.column } : {};
    const path = join(dirname(component.path), name);
    return [{ path, component: componentName(component), message, ...place }];
  }
}

function diagnosticOf(error: unknown): { message: string; location?: { line: number; column: number } } {
  if (!(error instanceof Error)) return { message: String(error) };
  const location = 'location' in error ? error.location : undefined;
  const isPlace = typeof location === 'object' && location !== null && 'line' in location && 'column' in location;
  // The compiler ends its message with a drawing of the place.
  const message = error.message.split('\n')[0] ?? '';
  if (!isPlace) return { message };
  return { message, location: { line: Number(location.line), column: Number(location.column) + 1 } };
}
