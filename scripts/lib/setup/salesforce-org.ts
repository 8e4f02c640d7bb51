import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { Problem } from '../problem.ts';
import { cachePath, projectRoot } from '../project-root.ts';
import { runCommand } from '../run-command.ts';
import { inEmptyProject } from './empty-project.ts';

/** An org as the Salesforce CLI of the person at the keyboard knows it. */
export interface SalesforceOrg {
  isLoggedIn(): Promise<boolean>;
  /** All rows of a query. @throws Problem with the org's words. */
  query(soql: string): Promise<Record<string, unknown>[]>;
  /** @throws Problem with the org's words. */
  create(object: string, fields: Record<string, string>): Promise<void>;
  /** Labels of an object's fields to their API names. */
  fieldsByLabel(object: string): Promise<Map<string, string>>;
  /** The XML of metadata as it is in the org. @param name such as `Settings:LeadConfig`. @throws Problem */
  retrieve(name: string): Promise<string>;
  /** Runs a command with its output on ours. @throws Problem when it fails. */
  run(args: string[], around?: { env?: Record<string, string>; folder?: string }): Promise<void>;
}

const PROGRAM = cachePath('salesforce-cli', 'node_modules', '@salesforce', 'cli', 'bin', 'run.js');
const QUIET = { SF_DISABLE_TELEMETRY: 'true', SF_AUTOUPDATE_DISABLE: 'true', SF_SKIP_NEW_VERSION_CHECK: 'true' };

const answerSchema = z.object({ status: z.number(), message: z.string().optional(), result: z.unknown().optional() });
const rowsSchema = z.object({ records: z.array(z.record(z.string(), z.unknown())) });
const describeSchema = z.object({ fields: z.array(z.object({ name: z.string(), label: z.string() })) });

/** @param name alias or username. @throws Problem when the CLI is not installed. */
export function salesforceOrg(name: string): SalesforceOrg {
  if (!existsSync(PROGRAM)) throw new Problem('The Salesforce CLI is not installed: start scripts/setup-org instead.');
  const target = ['--target-org', name];

  async function ask(args: string[], folder = projectRoot): Promise<unknown> {
    const options = { env: { ...process.env, ...QUIET }, cwd: folder };
    const { stdout, stderr } = await runCommand(process.execPath, [PROGRAM, ...args, ...target, '--json'], options);
    const answer = answerSchema.safeParse(parsed(stdout) ?? parsed(stderr));
    if (!answer.success) throw new Problem(`sf ${args.join(' ')} gave no answer: ${stderr.trim() || stdout.trim()}`);
    if (answer.data.status !== 0) throw new Problem(answer.data.message ?? `sf ${args.join(' ')} failed.`);
    return answer.data.result;
  }

  return {
    isLoggedIn: () =>
      ask(['org', 'display']).then(
        () => true,
        () => false,
      ),
    query: async (soql) => rowsSchema.parse(await ask(['data', 'query', '--query', soql])).records,
    create: async (object, fields) => {
      const values = Object.entries(fields).map(([field, value]) => `${field}='${value}'`);
      await ask(['data', 'create', 'record', '--sobject', object, '--values', values.join(' ')]);
    },
    fieldsByLabel: async (object) => {
      const { fields } = describeSchema.parse(await ask(['sobject', 'describe', '--sobject', object]));
      return new Map(fields.map((field) => [field.label, field.name]));
    },
    retrieve: (metadata) =>
      inEmptyProject(async (folder) => {
        await ask(['project', 'retrieve', 'start', '--metadata', metadata], folder);
      }),
    run: async (args, { env = {}, folder } = {}) => {
      const child = spawn(process.execPath, [PROGRAM, ...args, ...(args.includes('--alias') ? [] : target)], {
        env: { ...process.env, ...QUIET, ...env },
        ...(folder === undefined ? {} : { cwd: folder }),
        stdio: 'inherit',
      });
      const [code] = (await once(child, 'close')) as [number | null];
      if (code !== 0) throw new Problem(`sf ${args.slice(0, 3).join(' ')} failed; what it says stands above.`);
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A text as SOQL takes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
