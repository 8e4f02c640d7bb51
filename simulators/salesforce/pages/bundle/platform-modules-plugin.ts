import { basename } from 'node:path';
import type { Plugin } from 'rollup';

/** What the platform knows when components are compiled. */
export interface PlatformFacts {
  /** Custom labels: name to text. */
  labels: Record<string, string>;
}

type Writer = (name: string, facts: PlatformFacts) => string;

const PREFIX = '\0platform:';

/** Families of `@salesforce/…` modules, each with the JavaScript that stands for one module of it. */
const FAMILIES: Record<string, Writer> = {
  schema: (name) => exported(schemaReference(name)),
  label: (name, { labels }) => exported(labelText(name, labels)),
  user: (name) => `import { pageState } from 'page/state'; export default ${userExpression(name)};`,
  customPermission: (name) =>
    `import { pageState } from 'page/state'; export default pageState.customPermissions.includes(${JSON.stringify(name)}) || undefined;`,
};

/** The org speaks American English and in UTC everywhere, so that a page shows the same on every machine. */
const FIXED: Record<string, string> = {
  '@salesforce/i18n/locale': exported('en-US'),
  '@salesforce/i18n/timeZone': exported('UTC'),
};

/** Resolves `@salesforce/schema`, labels, the user, custom permissions and the time zone. */
export function platformModulesPlugin(facts: PlatformFacts): Plugin {
  return {
    name: 'platform-modules',
    resolveId: (id) => (moduleOf(id) ? PREFIX + id : null),
    load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const name = id.slice(PREFIX.length);
      return FIXED[name] ?? moduleOf(name)?.write(facts) ?? null;
    },
  };
}

/** A sentence for an import nothing provides. */
export function unknownModule(id: string, importer: string): string {
  return `${basename(importer)} imports ${id}, which the simulated org does not provide`;
}

/** Labels like `@salesforce/label/LightningModal.x` belong to the base components, which bring them along. */
function moduleOf(id: string): { write: (facts: PlatformFacts) => string } | undefined {
  if (id in FIXED) return { write: () => FIXED[id] ?? '' };
  const [, family = '', name = ''] = /^@salesforce\/(\w+)\/(.+)$/.exec(id) ?? [];
  const writer = FAMILIES[family];
  if (!writer || (family === 'label' && !name.startsWith('c.'))) return undefined;
  return { write: (facts) => writer(name, facts) };
}

function schemaReference(name: string): object {
  const [objectApiName = '', ...path] = name.split('.');
  return path.length === 0 ? { objectApiName } : { objectApiName, fieldApiName: path.join('.') };
}

function labelText(name: string, labels: Record<string, string>): string {
  const text = labels[name.slice('c.'.length)];
  if (text === undefined) throw new Error(`@salesforce/label/${name}: no such custom label is deployed`);
  return text;
}

function userExpression(name: string): string {
  if (name === 'Id') return 'pageState.user.id';
  if (name === 'isGuest') return 'false';
  throw new Error(`@salesforce/user/${name} is not known; there are Id and isGuest`);
}

function exported(value: unknown): string {
  return `export default ${JSON.stringify(value)};`;
}
