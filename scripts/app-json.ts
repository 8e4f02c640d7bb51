import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { appManifest } from './lib/heroku/app-manifest.ts';
import { projectRoot } from './lib/project-root.ts';

const manifest = appManifest(readFileSync(join(projectRoot, '.env.example'), 'utf8'));
const text = await format(JSON.stringify(manifest), { parser: 'json', printWidth: 120 });
writeFileSync(join(projectRoot, 'app.json'), text);
