import type { App } from '../platform/app.ts';
import { startDyno, stopDyno } from './dyno.ts';

/** Starts what is missing and stops what is too many, each process type as the formation asks. */
export async function matchFormation(app: App): Promise<void> {
  const { slug, config } = app;
  if (!slug) return;
  for (const [type, command] of Object.entries(slug.processTypes)) {
    const wanted = app.formation[type] ?? 0;
    const names = Array.from({ length: wanted }, (_, index) => `${type}.${index + 1}`);
    const running = app.dynos.filter(({ name }) => name.startsWith(`${type}.`));
    const surplus = running.filter(({ name }) => !names.includes(name));
    const missing = names.filter((name) => !running.some((dyno) => dyno.name === name));
    for (const name of missing) await startDyno(app, { slug, config, name, command });
    await Promise.all(surplus.map(stopDyno));
  }
}

/** Every dyno of the formation anew; without preboot the old ones end first. */
export async function restart(app: App): Promise<void> {
  await Promise.all(app.dynos.filter(({ name }) => !/^(run|release)\./.test(name)).map(stopDyno));
  await matchFormation(app);
}
