import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Tell } from '../platform/app.ts';
import { isInRange, readNodeRange } from './node-version.ts';
import { runToEnd } from './run-to-end.ts';

interface PackageJson {
  engines?: { node?: string };
  scripts?: Record<string, string>;
}

/** What npm needs to reach a registry from this machine; Heroku's build machines reach it without. */
const REACH = /^(https?_proxy|no_proxy|npm_config_registry|npm_config_cache|node_extra_ca_certs|ssl_cert_file)$/i;

/**
 * What `heroku/nodejs` (classic) does with a checkout: Node by `engines`, `npm ci`, the build scripts, then devDependencies
 * pruned. Config vars are there; nothing else of the environment is.
 * @throws Error saying which step failed.
 */
export async function buildNode(folder: string, config: Record<string, string>, tell: Tell): Promise<void> {
  const { engines, scripts = {} } = readPackage(folder);
  const env = buildEnvironment(folder, config);
  tell('-----> Installing binaries');
  tell(`       engines.node (package.json):   ${engines?.node ?? 'unspecified'}`);
  takeNode(engines?.node, tell);
  const run = (...args: string[]) =>
    runToEnd({ file: 'npm', args, cwd: folder, env, tell: (line) => tell(`       ${line}`) });
  const runScript = async (name: string) => {
    if (scripts[name] !== undefined) await run('run', name);
  };
  await runScript('heroku-prebuild');
  tell('-----> Installing dependencies');
  if (!existsSync(join(folder, 'package-lock.json'))) throw new Error('without a package-lock.json: not simulated');
  const production = env['NPM_CONFIG_PRODUCTION'] ?? 'false';
  await run('ci', `--production=${production}`, '--userconfig', join(folder, '.npmrc'));
  tell('-----> Build');
  await runScript(scripts['heroku-postbuild'] === undefined ? 'build' : 'heroku-postbuild');
  tell('-----> Pruning devDependencies');
  if (env['NODE_ENV'] !== 'production') tell("       Skipping because NODE_ENV is not 'production'");
  else if (env['NPM_CONFIG_PRODUCTION']) tell(`       Skipping because NPM_CONFIG_PRODUCTION is '${production}'`);
  else await run('prune', '--userconfig', join(folder, '.npmrc'));
  await runScript('heroku-cleanup');
}

function readPackage(folder: string): PackageJson {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) throw new Error("App not compatible with buildpack: 'heroku/nodejs' needs a package.json");
  return JSON.parse(readFileSync(file, 'utf8')) as PackageJson;
}

/** This machine has one Node, and no others are fetched: it has to be one Heroku might take. */
function takeNode(wanted: string | undefined, tell: Tell): void {
  const { node } = process.versions;
  const range = wanted === undefined ? null : readNodeRange(wanted);
  if (range && !isInRange(node, range)) throw new Error(`No Node.js here is in ${wanted}: this machine has ${node}`);
  if (range?.below == null)
    tell(' !     The next build may take another major version of Node.js: give engines.node an upper bound.');
  tell(`       Using node ${node}`);
}

function buildEnvironment(folder: string, config: Record<string, string>): Record<string, string> {
  const reach = Object.entries(process.env).filter(([name]) => REACH.test(name)) as [string, string][];
  return {
    ...Object.fromEntries(reach),
    // The cache of this machine's npm stands for Heroku's build cache.
    NPM_CONFIG_CACHE: join(process.env['HOME'] ?? folder, '.npm'),
    NPM_CONFIG_LOGLEVEL: 'error',
    NODE_ENV: 'production',
    ...config,
    PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    HOME: folder,
  };
}
