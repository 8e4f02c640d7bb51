import { endOf, startDyno } from '../dynos/dyno.ts';
import { restart } from '../dynos/formation.ts';
import type { App, Release, Tell } from './app.ts';

interface Change {
  description: string;
  slug?: App['slug'];
  config?: Record<string, string>;
  /** Add-ons change config vars without the release command. */
  byAddOn?: boolean;
  tell: Tell;
}

/**
 * Makes a release. Where the Procfile has `release`, that is run first with the new slug and config; if it fails, the app
 * goes on with the release before.
 */
export async function release(app: App, change: Change): Promise<Release> {
  const { description, slug = app.slug, config = app.config, byAddOn = false, tell } = change;
  const made: Release = { version: app.releases.length + 1, description, state: 'succeeded', slug, config };
  app.releases.push(made);
  const command = slug?.processTypes['release'];
  if (slug && command !== undefined && !byAddOn) {
    const name = `release.${1000 + made.version}`;
    const status = await endOf(await startDyno(app, { slug, config, name, command, tell }));
    if (status !== 0) {
      made.state = 'failed';
      tell('Release command failed, this change has not been deployed. For details, see heroku releases:output.');
      return made;
    }
  }
  if (app.slug === null && slug) app.formation['web'] ??= 1;
  Object.assign(app, { slug, config });
  await restart(app);
  return made;
}
