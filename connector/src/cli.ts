#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { hashSecret } from './ats/secret-hash.ts';
import { endingOf } from './cli/ending.ts';
import { createProgram } from './cli/program.ts';
import { createSay } from './cli/say.ts';
import { UsageError } from './cli/usage-error.ts';
import { openWorkshop } from './open-workshop.ts';

const program = createProgram(({ json }) => ({
  open: (names) => openWorkshop(process.env, names),
  say: createSay({ out: process.stdout, err: process.stderr }, json),
  end: (code) => void (process.exitCode = code),
  readInput: (file) => (file === undefined || file === '-' ? readPiped() : readFileOrSay(file)),
  hashSecret,
}));

try {
  await program.parseAsync(process.argv);
} catch (error) {
  const ending = endingOf(error);
  if (ending === null) throw error;
  process.stderr.write(ending.words);
  process.exitCode = ending.code;
}

/** Whoever pipes nothing in would look at an empty line for ever. */
async function readPiped(): Promise<Buffer> {
  if (process.stdin.isTTY) process.stderr.write('  … type or paste it here, then Enter and Ctrl-D\n');
  return buffer(process.stdin);
}

async function readFileOrSay(file: string): Promise<Buffer> {
  return readFile(file).catch(() => {
    throw new UsageError(`${file} cannot be read.`);
  });
}
