import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startProgram } from './start-program.ts';

const READY = `console.log(JSON.stringify({ msg: 'listening', url: 'http://127.0.0.1:' + process.argv[2] }));`;
const STAYS = 'setInterval(() => {}, 1000);';

function setup(source: string) {
  const logFolder = mkdtempSync(join(tmpdir(), 'with space '));
  const file = join(logFolder, 'program.mjs');
  writeFileSync(file, source);
  const start = () => startProgram({ name: 'a program', file, args: ['4321'], logFolder });
  return { start, logFolder };
}

test('a program is up when it says where it listens, and its output is in its log', async () => {
  const { start, logFolder } = setup(`console.error('hello'); ${READY} ${STAYS}`);
  const program = await start();
  await program.stop();
  expect(program.url).toBe('http://127.0.0.1:4321');
  expect(readFileSync(join(logFolder, 'a program.log'), 'utf8')).toContain('hello');
});

test('one that ends before it is up is a problem that shows its last words', async () => {
  const { start } = setup(`console.error('port 4321 is taken'); process.exit(3);`);
  await expect(start()).rejects.toThrow(/^a program ended with 3\. Its last lines:\n {2}\| port 4321 is taken/);
});

test('one that ends later by itself is told of', async () => {
  const { start } = setup(`${READY} setTimeout(() => process.exit(4), 50);`);
  const program = await start();
  await expect(program.failed).rejects.toThrow('a program ended with 4.');
});

test('one that is stopped may finish its work', async () => {
  const { start, logFolder } = setup(`
    import { writeFileSync } from 'node:fs';
    process.on('SIGTERM', () => { writeFileSync(${'`${process.argv[1]}.done`'}, ''); process.exit(0); });
    ${READY} ${STAYS}`);
  const program = await start();
  await program.stop();
  await program.stop();
  expect(existsSync(join(logFolder, 'program.mjs.done'))).toBe(true);
});
