import { hashSecret } from '../src/ats/secret-hash.ts';
import { createProgram } from '../src/cli/program.ts';
import { createSay } from '../src/cli/say.ts';
import type { Workshop } from '../src/cli/workshop.ts';
import { openWorkshop } from '../src/open-workshop.ts';

/** What a command said and how it ended. */
export interface Said {
  code: number;
  /** Of `--json`. */
  json: Record<string, unknown>;
  text: string;
  progress: string;
}

interface OperatorOptions {
  env: Record<string, string>;
  input?: string;
  /** Changes the real parts, to play another time of day. */
  bend?: (workshop: Workshop) => Workshop;
}

/** Runs a command of the connector as the operator would type it, in this process and on real parts. */
export async function runCommand(
  args: string[],
  { env, input = '', bend = (same) => same }: OperatorOptions,
): Promise<Said> {
  let out = '';
  let progress = '';
  let code = -1;
  const program = createProgram(({ json }) => ({
    open: async (names) => bend(await openWorkshop(env, names)),
    say: createSay(
      {
        out: { write: (text: string) => (out += text), columns: 200 },
        err: { write: (text: string) => (progress += text) },
      },
      json,
    ),
    end: (given) => (code = given),
    readInput: () => Promise.resolve(Buffer.from(input)),
    hashSecret,
  }));
  await program.parseAsync(['node', 'bgcheck', ...args]);
  return {
    code,
    text: out,
    progress,
    json: args.includes('--json') ? (JSON.parse(out) as Record<string, unknown>) : {},
  };
}
