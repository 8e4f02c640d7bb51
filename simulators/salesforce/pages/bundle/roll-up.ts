import lwcModule, { type RollupLwcOptions } from '@lwc/rollup-plugin';
import replaceModule, { type RollupReplaceOptions } from '@rollup/plugin-replace';
import { join } from 'node:path';
import { rollup, type LogLevel, type Plugin, type RollupLog } from 'rollup';

import { keptTransforms } from './kept-transforms.ts';
import { packageVersion } from './package-version.ts';
import { projectDirectory } from './project-directory.ts';
import { platformModulesPlugin, unknownModule, type PlatformFacts } from './platform-modules-plugin.ts';
import { usedIconsPlugin } from './used-icons-plugin.ts';

/* Both packages are typed as if `default` held the plugin once more; at run time the import is the plugin. */
const lwc = lwcModule as unknown as (options: RollupLwcOptions) => Plugin;
const replace = replaceModule as unknown as (options: RollupReplaceOptions) => Plugin;

const LWC_OPTIONS: RollupLwcOptions = {
  enableDynamicComponents: true,
  // The base components' form elements use ElementInternals, which synthetic shadow refuses otherwise.
  enableSyntheticElementInternals: true,
};

/** One browser bundle, `main.js` in `output`, from compiled modules laid out as `namespace/name/name.js`. */
export async function rollUp(options: { modules: string; output: string; facts: PlatformFacts }): Promise<void> {
  const baseComponents = join(projectDirectory, 'node_modules/lightning-base-components/src/lightning');
  const bundle = await rollup({
    input: join(options.modules, 'page/main/main.js'),
    onLog: refuseUnknownModules,
    plugins: [
      usedIconsPlugin([options.modules, baseComponents]),
      platformModulesPlugin(options.facts),
      keptTransforms(
        lwc({
          rootDir: options.modules,
          modules: [{ dir: options.modules }, { npm: 'lightning-base-components' }],
          ...LWC_OPTIONS,
        }),
        {
          directory: join(projectDirectory, '.cache/lwc-packages'),
          version: `${packageVersion('@lwc/rollup-plugin')} ${JSON.stringify(LWC_OPTIONS)}`,
        },
      ),
      replace({
        preventAssignment: true,
        'process.env.NODE_ENV': '"production"',
        'import.meta.env.SSR': 'false',
      }),
    ],
  });
  await bundle.write({ dir: options.output, format: 'es', inlineDynamicImports: true });
  await bundle.close();
}

/** Rollup takes an import it cannot resolve for an outside module; in an org there is none. */
function refuseUnknownModules(level: LogLevel, log: RollupLog): void {
  if (log.code === 'UNRESOLVED_IMPORT') throw new Error(unknownModule(log.exporter ?? '', log.id ?? 'a component'));
  if (level === 'warn' && log.code === 'MISSING_EXPORT') throw new Error(log.message);
}
