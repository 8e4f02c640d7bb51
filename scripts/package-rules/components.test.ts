import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../lib/project-root.ts';

const LWC = 'force-app/main/default/lwc';

interface Bundle {
  name: string;
  html: string;
  /** Every module of it, without comments and GraphQL, in which fields have no other name than their API name. */
  code: string;
  tests: string;
  meta: string;
}

const read = (pattern: string) =>
  globSync(pattern, { cwd: projectRoot })
    .map((path) => readFileSync(join(projectRoot, path), 'utf8'))
    .join('\n');
const bundles = globSync(`${LWC}/*/*.js-meta.xml`, { cwd: projectRoot }).map((path): Bundle => {
  const folder = dirname(path);
  return {
    name: basename(folder),
    html: read(`${folder}/*.html`),
    code: read(`${folder}/*.ts`).replaceAll(/gql`[^`]*`|\/\*\*[^]*?\*\//g, ''),
    tests: read(`${folder}/__tests__/*.ts`),
    meta: read(path),
  };
});
const table = (some: Bundle[]) => some.map((bundle) => [bundle.name, bundle] as const);
const shown = bundles.filter(({ html }) => html !== '');
/** They ask the org for something, so it can be slow, empty or refused. */
const reading = shown.filter(({ code }) => /@wire\(graphql/.test(code));
const writing = shown.filter(({ code }) => /\b(create|update)Record\(/.test(code));

test('there are components of every kind, so that the rules below are about something', () => {
  expect([bundles, shown, reading, writing].map(({ length }) => length > 2)).toEqual([true, true, true, true]);
});

describe.each(table(bundles))('%s', (_name, { tests, meta, code }) => {
  test('has unit tests', () => expect(tests).toMatch(/\bit(\.each)?\(/));

  test('says what it is, for the API version of the package', () => {
    expect(meta).toMatch(/<description>[^<]{10,}<\/description>/);
    expect(meta).toContain('<apiVersion>66.0</apiVersion>');
  });

  test('names fields and objects by schema imports', () => {
    const named = [...code.matchAll(/['"`][\w.]*__(?:c|r)['"`]/g)].map(([text]) => text);
    const imported = [...code.matchAll(/from '@salesforce\/schema\/[^']+'/g)].map(([text]) => text);
    expect(named.filter((text) => !imported.some((line) => line.includes(text)) && !OPTIONAL.includes(text))).toEqual(
      [],
    );
  });

  test('has typed wires', () => {
    const wired = [...code.matchAll(/@wire\([^]*?\)\n\s+(\w+)(\([^)]*\)|[?!]?:[^;]*)/g)];
    expect(wired.filter(([, , signature]) => !/\w+Result/.test(signature ?? '')).map(([, name]) => name)).toEqual([]);
    expect(code).not.toMatch(/\bany\b(?!\w|body|thing|one)(?=[\s>;,)\]])(?<=:\s?any|<any|as any)/);
  });
});

/** Only orgs that order reports directly have the field: an import of it would be refused in the others. */
const OPTIONAL = ["'Birthdate__c'"];

describe.each(table(shown))('%s is seen', (_name, { tests }) => {
  test('and checked for accessibility', () => expect(tests).toContain('axeViolations('));
});

/** Both show them as an alert, which their own tests hold them to. */
const SAYS_WHY_NOT = /<c-(call-state|dialog-frame)[^>]*\serrors=\{\w+\}/;

describe.each(table(reading))('%s asks the org', (_name, { html, tests }) => {
  test('and says that it waits', () => {
    expect(html).toMatch(/<c-(call-state|dialog-frame)[^>]*(busy|saving)-label=\{/);
    expect(tests).toMatch(/spinner/);
  });

  test('and says when it cannot', () => {
    expect(html).toMatch(SAYS_WHY_NOT);
    expect(tests).toMatch(/emitErrors|mockRejected/);
  });

  test('and says when there is nothing', () => {
    expect(html).toMatch(/lwc:if=\{(isEmpty|hasNo\w+|is\w*Empty|standing|sentence)\}/);
  });
});

describe.each(table(writing))('%s changes something in the org', (_name, { html, tests }) => {
  test('and shows the words of a refusal', () => {
    expect(html).toMatch(SAYS_WHY_NOT);
    expect(tests).toMatch(/mockRejected/);
  });

  test('and lets it be done once at a time', () => {
    if (html.includes('<lightning-button')) expect(html).toMatch(/disabled=\{is\w+\}/);
    if (html.includes('<c-dialog-frame')) expect(html).toMatch(/is-saving=\{is\w+\}/);
  });
});
