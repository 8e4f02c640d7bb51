import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { projectRoot } from './lib/project-root.ts';
import { runCommand } from './lib/run-command.ts';
import { say } from './lib/say.ts';

const HELP = `npm run licenses              checks docs/licenses.md and that every licence is one we allow
npm run licenses -- --write   writes docs/licenses.md anew`;

/** Licences that ask for no more than to be named. */
const ALLOWED = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'Unlicense'];
const FILE = join(projectRoot, 'docs', 'licenses.md');
const CHECKER = join(
  projectRoot,
  'node_modules',
  'license-checker-rseidelsohn',
  'bin',
  'license-checker-rseidelsohn.js',
);

interface Licensed {
  name: string;
  license: string;
}

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  if (args.includes('--help')) return (say(HELP), 0);
  const packages = await productionPackages();
  const refused = packages.filter(({ license }) => !ALLOWED.includes(license));
  for (const { name, license } of refused) say(`${name} is under ${license}, which is not on the list we allow.`);
  const text = await format(documentOf(packages), { parser: 'markdown', printWidth: 120 });
  if (args.includes('--write')) writeFileSync(FILE, text);
  const isCurrent = readFileSync(FILE, 'utf8') === text;
  if (!isCurrent) say('docs/licenses.md is out of date: npm run licenses -- --write');
  return refused.length === 0 && isCurrent ? 0 : 1;
}

/** What the connector is deployed with; builds for one platform only are left out, as their parent names the licence. */
async function productionPackages(): Promise<Licensed[]> {
  const args = [CHECKER, '--production', '--json', '--excludePrivatePackages', '--start', projectRoot];
  const { stdout } = await runCommand(process.execPath, args);
  const found = JSON.parse(stdout) as Record<string, { licenses: string | string[] }>;
  return Object.entries(found)
    .map(([id, { licenses }]) => ({ name: id.slice(0, id.lastIndexOf('@')), license: [licenses].flat().join(' or ') }))
    .filter(({ name }) => !/^(@msgpackr-extract\/|msgpackr-extract$|node-gyp-build)/.test(name));
}

function documentOf(packages: Licensed[]): string {
  const byLicense = Object.groupBy(packages, ({ license }) => license);
  const rows = Object.entries(byLicense)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(
      ([license, group = []]) => `- **${license}**: ${[...new Set(group.map(({ name }) => name))].sort().join(', ')}`,
    );
  return `# Licences of what the connector is deployed with

Written by \`npm run licenses -- --write\`; \`npm run verify\` fails when it is out of date or a licence is new.

${rows.join('\n')}
`;
}
