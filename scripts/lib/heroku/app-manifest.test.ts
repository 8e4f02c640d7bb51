import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../project-root.ts';
import { appManifest } from './app-manifest.ts';
import { readEnvExample } from './env-example.ts';

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8');
const example = read('.env.example');
const manifest = JSON.parse(read('app.json')) as {
  env: Record<string, { description: string; value?: string; generator?: string }>;
  formation: Record<string, unknown>;
  environments: { review: { env: Record<string, string> } };
};

test('app.json is what .env.example makes of it (npm run app-json)', () => {
  expect(manifest).toEqual(appManifest(example));
});

test('every variable is explained', () => {
  const silent = readEnvExample(example).filter(({ description }) => description === '');
  expect(silent.map(({ name }) => name).filter((name) => name !== 'PORT' && name !== 'HOST')).toEqual([]);
});

test('every process Heroku runs all the time is started by a line of the Procfile', () => {
  for (const name of Object.keys(manifest.formation))
    expect(read('Procfile')).toMatch(new RegExp(`^${name}: node `, 'm'));
});

test('no key, and nothing that leads to real people, is in it', () => {
  for (const name of ['CHECKR_API_KEYS', 'SALESFORCE_PRIVATE_KEY', 'SALESFORCE_CLIENT_SECRET'])
    expect(manifest.env[name]?.value).toBeUndefined();
  expect(manifest.environments.review.env).toMatchObject({ CHECKR_MODE: 'test' });
  expect(manifest.environments.review.env['CHECKR_URL']).toContain('staging');
});
