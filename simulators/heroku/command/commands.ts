import type { ParseArgsConfig } from 'node:util';

/** What is known of a command of the `heroku` CLI (11.9): its flags and how many words it takes. */
export interface CommandForm {
  flags: NonNullable<ParseArgsConfig['options']>;
  words: { least: number; most: number };
  /** Whether it acts on an app that is there. */
  onApp: boolean;
}

const text = (short?: string) => ({ type: 'string', ...(short ? { short } : {}) }) as const;
const yes = (short?: string) => ({ type: 'boolean', ...(short ? { short } : {}) }) as const;
/** Every command that acts on an app takes these. */
const onApp = { app: text('a'), remote: text('r') };
const ANY = Number.POSITIVE_INFINITY;

const create: CommandForm = {
  flags: { stack: text('s'), remote: text('r') },
  words: { least: 0, most: 1 },
  onApp: false,
};
const info: CommandForm = { flags: { ...onApp, shell: yes('s') }, words: { least: 0, most: 0 }, onApp: true };
const rollback: CommandForm = { flags: onApp, words: { least: 0, most: 1 }, onApp: true };

/** The commands that are simulated; every other is refused by name. */
export const COMMANDS: Record<string, CommandForm> = {
  create,
  'apps:create': create,
  info,
  'apps:info': info,
  'addons:create': { flags: { ...onApp, wait: yes(), as: text() }, words: { least: 1, most: 1 }, onApp: true },
  'redis:maxmemory': { flags: { ...onApp, policy: text('p') }, words: { least: 0, most: 0 }, onApp: true },
  'config:set': { flags: onApp, words: { least: 1, most: ANY }, onApp: true },
  'config:unset': { flags: onApp, words: { least: 1, most: ANY }, onApp: true },
  'config:get': { flags: onApp, words: { least: 1, most: 1 }, onApp: true },
  ps: { flags: onApp, words: { least: 0, most: 0 }, onApp: true },
  'ps:scale': { flags: onApp, words: { least: 1, most: ANY }, onApp: true },
  'ps:restart': { flags: onApp, words: { least: 0, most: 0 }, onApp: true },
  run: { flags: { ...onApp, 'exit-code': yes('x') }, words: { least: 1, most: ANY }, onApp: true },
  logs: {
    flags: { ...onApp, num: text('n'), 'dyno-name': text('d'), 'process-type': text('p') },
    words: { least: 0, most: 0 },
    onApp: true,
  },
  releases: { flags: onApp, words: { least: 0, most: 0 }, onApp: true },
  rollback,
  'releases:rollback': rollback,
};
