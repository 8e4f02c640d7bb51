import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rollup';

const ICON = /\b(utility|standard|action|custom|doctype):([a-z0-9_]+)/g;
const TEMPLATES = /iconSvgTemplates\w*\/buildTemplates\/templates\.js$/;
const IMPORT = /^import \{ default as (\w+) \} from '([^']+)';$/gm;

/** Bundles only the icons named in the sources of `directories`: all of them would be thousands of templates. */
export function usedIconsPlugin(directories: string[]): Plugin {
  const used = new Set(directories.flatMap((directory) => iconsNamedIn(directory)));
  return {
    name: 'used-icons',
    load(id) {
      const path = id.split('?')[0] ?? id;
      return TEMPLATES.test(path) ? onlyUsed(readFileSync(path, 'utf8'), used, path.includes('Rtl/')) : null;
    },
  };
}

function iconsNamedIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|html)$/.test(entry.name) && !entry.parentPath.includes('iconSvg'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .flatMap((text) => [...text.matchAll(ICON)].map(([, set, name]) => `${set}_${name}`));
}

function onlyUsed(source: string, used: Set<string>, isRightToLeft: boolean): string {
  const kept = [...source.matchAll(IMPORT)].filter(([, name]) => !isRightToLeft && used.has(name ?? ''));
  const imports = kept.map(([line]) => line).join('\n');
  return `${imports}\nexport default { ${kept.map(([, name]) => name).join(', ')} };\n`;
}
