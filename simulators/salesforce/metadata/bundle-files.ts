import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, relative, sep } from 'node:path';
import { listFiles } from './list-files.ts';

const NOT_DEPLOYED = /(^|\/)(__tests__|__mocks__)\/|(^|\/)(tsconfig|jsconfig)[^/]*\.json$|\.d\.ts$/;

/**
 * The files of a Lightning web component in a package directory as they are deployed: without tests, types taken off
 * the TypeScript, lines and columns kept.
 */
export function readBundleFiles(metaFile: string): Map<string, string> {
  const folder = dirname(metaFile);
  const names = listFiles(folder)
    .map((path) => relative(folder, path).split(sep).join('/'))
    .filter((name) => !NOT_DEPLOYED.test(name));
  const sources = new Set(names);
  return new Map(
    names
      .filter((name) => !name.endsWith('.js') || !sources.has(name.replace(/\.js$/, '.ts')))
      .map((name) => [name.replace(/\.ts$/, '.js'), deployedText(name, readFileSync(`${folder}/${name}`, 'utf8'))]),
  );
}

function deployedText(name: string, text: string): string {
  return name.endsWith('.ts') ? stripTypeScriptTypes(text) : text;
}
