import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
/** Bundles have a schema of their own, which Salesforce does not keep in its metadata WSDL. */
const isBundle = (path: string) => path.includes('/lwc/');
const files = globSync('force-app/**/*-meta.xml', { cwd: ROOT }).filter((path) => !isBundle(path));

let schema: XmlDocument;
let validator: XsdValidator;
beforeAll(() => {
  schema = XmlDocument.fromBuffer(readFileSync(join(ROOT, 'config/metadata-schema/metadata-66.xsd')));
  validator = XsdValidator.fromDoc(schema);
});
afterAll(() => {
  validator.dispose();
  schema.dispose();
});

/** The complaints of the schema of API 66.0, without the name of the file. */
function problemsOf(xml: string): string | null {
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return null;
  } catch (error) {
    return String(error);
  } finally {
    document.dispose();
  }
}

test.each(files)('%s is valid metadata', (path) => {
  expect(problemsOf(readFileSync(join(ROOT, path), 'utf8'))).toBeNull();
});

test('a misspelt element, a wrong order and an unknown value are found', () => {
  const label = (inner: string) =>
    `<CustomPermission xmlns="http://soap.sforce.com/2006/04/metadata">${inner}</CustomPermission>`;
  expect(problemsOf(label('<isLicensed>false</isLicensed><label>A</label>'))).toBeNull();
  expect(problemsOf(label('<isLicenced>false</isLicenced><label>A</label>'))).not.toBeNull();
  expect(problemsOf(label('<label>A</label><isLicensed>false</isLicensed>'))).not.toBeNull();
  expect(problemsOf(label('<isLicensed>perhaps</isLicensed><label>A</label>'))).not.toBeNull();
});
