import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, TransformPluginContext, TransformResult } from 'rollup';

type Transform = (this: TransformPluginContext, code: string, id: string) => TransformResult | Promise<TransformResult>;

/**
 * The plugin, with what it makes of the files of packages kept in `directory` from build to build:
 * the base components are most of the work and never change. `version` stands for the plugin and its options.
 */
export function keptTransforms(plugin: Plugin, { directory, version }: { directory: string; version: string }): Plugin {
  const transform = plugin.transform as Transform;
  mkdirSync(directory, { recursive: true });
  return {
    ...plugin,
    async transform(code, id) {
      if (!id.includes('/node_modules/')) return transform.call(this, code, id);
      const key = createHash('sha256').update(`${version}\0${id}\0${code}`).digest('hex').slice(0, 32);
      const path = join(directory, `${key}.json`);
      if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as TransformResult;
      const result = await transform.call(this, code, id);
      if (result !== null && result !== undefined) writeWhole(path, JSON.stringify(result));
      return result;
    },
  };
}

/** Never half a file, even when two builds write the same. */
function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
}
