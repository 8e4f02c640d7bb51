import { noFigures, sayFigures, together } from './lib/faults/figures.ts';
import { faultsParts } from './lib/faults/parts.ts';
import { wordsFor } from './lib/problem.ts';
import { startRedis } from './lib/redis.ts';
import { say } from './lib/say.ts';

/**
 * `npm run faults [part…]`: everything that can go wrong, made to go wrong, each part or those named; prints at the end
 * what Checkr and the org then hold. See docs/faults.md.
 */
process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  say(wordsFor(error));
  return 1;
});

async function main(named: string[]): Promise<number> {
  const unknown = named.find((name) => !Object.hasOwn(faultsParts, name));
  if (unknown !== undefined) return refuse(unknown);
  const redis = process.env['REDIS_URL'] ? undefined : await startRedis({ fresh: false });
  if (redis) process.env['REDIS_URL'] = redis.url;
  try {
    let figures = noFigures;
    for (const [name, { about, run }] of Object.entries(faultsParts)) {
      if (named.length > 0 && !named.includes(name)) continue;
      const startedAt = performance.now();
      say(`== ${name}: ${about}`);
      figures = together(figures, await run());
      say(`== ${name}: ${Math.round((performance.now() - startedAt) / 1000)} s`);
    }
    sayFigures(figures);
    return figures.losses + figures.duplicates > 0 ? 1 : 0;
  } finally {
    await redis?.close();
  }
}

function refuse(name: string): number {
  const parts = Object.entries(faultsParts).map(([part, { about }]) => `  ${part.padEnd(10)} ${about}`);
  say(`There is no part ${name}. The parts are:\n${parts.join('\n')}`);
  return 2;
}
