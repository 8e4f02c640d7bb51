import { registerHooks } from 'node:module';

// Loaded into a program to see what it loads: at SIGUSR2 it says how many files of each package, and ends.
const counts: Record<string, number> = {};
registerHooks({
  load(url, context, next) {
    const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? (url.startsWith('node:') ? '' : 'ours');
    if (name) counts[name] = (counts[name] ?? 0) + 1;
    return next(url, context);
  },
});
process.once('SIGUSR2', () => {
  console.log(JSON.stringify({ msg: 'modules', counts }));
  process.exit(0);
});
