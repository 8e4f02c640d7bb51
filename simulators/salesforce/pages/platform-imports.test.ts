import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { platformImports, unknownSchemaImports } from './platform-imports.ts';
import { createParcelOrg } from './testing/parcel-org.ts';

/** What the org says about a component that imports these fields. */
function setup(names: string[]): string[] {
  const directory = join(mkdtempSync(join(tmpdir(), 'imports-')), 'lwc');
  mkdirSync(join(directory, 'hello'), { recursive: true });
  writeFileSync(join(directory, 'hello', 'hello.js-meta.xml'), '<LightningComponentBundle></LightningComponentBundle>');
  const imports = names.map((name, at) => `import field${at} from '@salesforce/schema/${name}';`);
  writeFileSync(join(directory, 'hello', 'hello.ts'), imports.join('\n'));
  return unknownSchemaImports(createParcelOrg().org, platformImports([directory]));
}

test('objects, fields and fields of parents of the org may be imported', () => {
  expect(setup(['Lead', 'Lead.Company', 'Parcel__c.Lead__r.Owner.Name'])).toEqual([]);
});

test.each(['Nonsense__c', 'Lead.Nonsense__c', 'Parcel__c.Lead__r.Nonsense', 'Parcel__c.Nonsense__r.Name'])(
  'an import of %s is refused with the name of the component',
  (name) => {
    expect(setup(['Lead', name])).toEqual([
      `hello imports @salesforce/schema/${name}, which does not exist in this org`,
    ]);
  },
);
