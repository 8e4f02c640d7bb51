import { expect, test } from 'vitest';
import { BadConfiguration } from '../domain/bad-configuration.ts';
import { endingOf } from './ending.ts';
import { createProgram } from './program.ts';

/** How the program ends when it is typed like this, and what it says. */
async function typed(...args: string[]) {
  let said = '';
  const program = createProgram(() => {
    throw new BadConfiguration(['REDIS_URL: is not set']);
  });
  for (const command of [program, ...program.commands])
    command.configureOutput({ writeOut: (text) => (said += text), writeErr: (text) => (said += text) });
  const end = await program.parseAsync(['node', 'bgcheck', ...args]).then(() => null, endingOf);
  return { code: end?.code, said: `${said}${end?.words ?? ''}` };
}

test.each([
  ['a command there is not', ['reconsile'], "unknown command 'reconsile'"],
  ['an option there is not', ['doctor', '--nonsense'], "unknown option '--nonsense'"],
  ['an option without its value', ['--connection'], 'argument missing'],
  ['a needed option left out', ['purge'], "'--before <day>' not specified"],
  ['a variable left out', ['queue'], 'REDIS_URL: is not set'],
])('%s ends with 2 and is named', async (_name, args, words) => {
  const { code, said } = await typed(...args);
  expect(code).toBe(2);
  expect(said).toContain(words);
});

test('help ends with 0', async () => {
  expect(await typed('--help')).toMatchObject({ code: 0, said: expect.stringContaining('Exit code') as string });
  expect(await typed('purge', '--help')).toMatchObject({ code: 0 });
});
