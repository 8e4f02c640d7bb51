import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { compileModule } from './compile-modules.ts';
import { findComponentSources, type ComponentSource } from './component-sources.ts';
import { readCustomLabels } from './custom-labels.ts';
import { rollUp } from './roll-up.ts';

const BROWSER_SOURCES = join(dirname(import.meta.dirname), 'browser');

/**
 * Compiles the deployed components and the page's own into `directory`/main.js.
 * @throws Error naming the component and the module when something cannot be compiled or found.
 */
export async function buildBundle(lwcDirectories: string[], directory: string): Promise<void> {
  const modules = join(directory, 'modules');
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(modules, { recursive: true });
  for (const namespace of ['page', 'lightning', 'force']) compileNamespace(namespace, modules);
  const components = findComponentSources(lwcDirectories);
  for (const component of components) compileModule(component.directory, join(modules, 'c', component.name));
  writeRegistry(components, modules);
  const labels = readCustomLabels(lwcDirectories);
  await rollUp({ modules, output: join(directory, 'assets'), facts: { labels } });
}

function compileNamespace(namespace: string, modules: string): void {
  compileModule(join(BROWSER_SOURCES, namespace), join(modules, namespace));
}

/** `page/registry`: the exposed components by name, for the page that places them. */
function writeRegistry(components: ComponentSource[], modules: string): void {
  const exposed = components.filter((component) => component.isExposed);
  const imports = exposed.map(({ name }, at) => `import component${at} from 'c/${name}';`);
  const entries = exposed.map(({ name }, at) => `  ${JSON.stringify(name)}: component${at},`);
  mkdirSync(join(modules, 'page', 'registry'), { recursive: true });
  const source = `${imports.join('\n')}\nexport const registry = {\n${entries.join('\n')}\n};\n`;
  writeFileSync(join(modules, 'page', 'registry', 'registry.js'), source);
}
