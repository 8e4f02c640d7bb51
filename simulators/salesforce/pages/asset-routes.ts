import { Hono } from 'hono';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { LwcBundle } from './bundle/lwc-bundle.ts';
import { projectDirectory } from './bundle/project-directory.ts';

const STYLES = new Map([
  [
    'slds.css',
    join(
      projectDirectory,
      'node_modules/@salesforce-ux/design-system/assets/styles/salesforce-lightning-design-system.min.css',
    ),
  ],
  ['page.css', join(import.meta.dirname, 'page.css')],
]);

/** Style sheets and the bundle, all from this machine. */
export function assetRoutes(bundle: LwcBundle): Hono {
  return new Hono()
    .get('/lightning/styles/:name', async (c) => {
      const path = STYLES.get(c.req.param('name'));
      if (!path) return c.notFound();
      return c.body(await readFile(path), 200, {
        'Content-Type': 'text/css; charset=utf-8',
        'Cache-Control': 'no-cache',
      });
    })
    .get('/lightning/bundle/:hash/main.js', async (c) => {
      const { hash, assets } = await bundle.ready();
      // The address holds the hash, so a browser may keep the file; an old address no longer has one.
      if (hash !== c.req.param('hash')) return c.notFound();
      const headers = {
        'Content-Type': 'text/javascript; charset=utf-8',
        'Cache-Control': 'max-age=31536000, immutable',
      };
      return c.body(await readFile(join(assets, 'main.js')), 200, headers);
    });
}
