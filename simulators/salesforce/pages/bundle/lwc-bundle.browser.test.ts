import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

import { createLwcBundle } from './lwc-bundle.ts';
import { projectDirectory } from './project-directory.ts';

mkdirSync(join(projectDirectory, '.cache'), { recursive: true });
const root = mkdtempSync(join(projectDirectory, '.cache/lwc-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const META = '<LightningComponentBundle><isExposed>true</isExposed></LightningComponentBundle>';

/** A package with one component of that source, and a cache of its own. */
function setup(name: string, source: string) {
  const lwcDirectory = join(root, name, 'lwc');
  const directory = join(lwcDirectory, 'hello');
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'hello.js-meta.xml'), META);
  writeFileSync(join(directory, 'hello.html'), '<template>{text}</template>');
  const write = (text: string) => writeFileSync(join(directory, 'hello.ts'), text);
  write(source);
  const lines: string[] = [];
  const create = () =>
    createLwcBundle({
      lwcDirectories: () => [lwcDirectory],
      cacheDirectory: join(root, name, 'cache'),
      log: (line) => lines.push(line),
    });
  return { write, create, lines, lwcDirectory };
}

function component(expression: string, imports = ''): string {
  return `import { LightningElement } from 'lwc';\n${imports}\nexport default class Hello extends LightningElement { text: string = ${expression}; }\n`;
}

test('a bundle is built once per state of the sources, also for the next process', async () => {
  const { write, create, lines } = setup('cached', component("'first words'"));
  const bundle = create();
  const [one, again] = await Promise.all([bundle.ready(), bundle.ready()]);
  expect(again).toEqual(one);
  expect(readFileSync(join(one.assets, 'main.js'), 'utf8')).toContain('first words');
  expect(lines).toHaveLength(2);

  expect(await create().ready()).toEqual(one);
  expect(lines).toHaveLength(2);

  write(component("'second words'"));
  const other = await bundle.ready();
  expect(other.hash).not.toBe(one.hash);
  expect(readFileSync(join(other.assets, 'main.js'), 'utf8')).toContain('second words');
  expect(existsSync(one.assets)).toBe(true);
});

test.each([
  ['@salesforce/apex/Checks.find', "import find from '@salesforce/apex/Checks.find';"],
  ['lightning/empApi', "import find from 'lightning/empApi';"],
])('an import of %s, which the org does not have, names module and component', async (module, imports) => {
  const { create } = setup(module.replaceAll('/', '-'), component('String(find)', imports));
  await expect(create().ready()).rejects.toThrow(`hello.js imports ${module}`);
});

test('a label that is not deployed is named', async () => {
  const { create } = setup('label', component('label', "import label from '@salesforce/label/c.Missing';"));
  await expect(create().ready()).rejects.toThrow('@salesforce/label/c.Missing: no such custom label');
});

test('an export the platform module lacks is named', async () => {
  const { create } = setup(
    'export',
    component('String(getRecords)', "import { getRecords } from 'lightning/uiRecordApi';"),
  );
  await expect(create().ready()).rejects.toThrow('getRecords');
});

test('a mistake in a template is told with the file it is in', async () => {
  const { create, lwcDirectory } = setup('template', component("'words'"));
  writeFileSync(join(lwcDirectory, 'hello', 'hello.html'), '<template><p onclick="{text}"></p></template>');
  await expect(create().ready()).rejects.toThrow(/c\/hello\/hello\.html.*LWC1/);
});
