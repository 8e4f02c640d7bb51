import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
// Not the whole of jsforce: that looks for the CLI on the PATH, and warns when there is none.
import { Connection } from '@jsforce/jsforce-node/lib/connection.js';
import { MetadataApi } from '@jsforce/jsforce-node/lib/api/metadata.js';
import type { Package } from '@jsforce/jsforce-node/lib/api/metadata/schema.js';
import { strFromU8, unzipSync } from 'fflate';
import { adminSession, QUIET } from '../admin-session.ts';
import { Problem } from '../problem.ts';
import { cachePath } from '../project-root.ts';

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
const API_VERSION = '66.0';
const MOST_ROWS = 50_000;

/** @param name alias or username. @throws Problem when the CLI is not installed. */
export function salesforceOrg(name: string): SalesforceOrg {
  if (!existsSync(PROGRAM)) throw new Problem('The Salesforce CLI is not installed: start scripts/setup-org instead.');
  const target = ['--target-org', name];

  let opened: Promise<Connection> | undefined;
  /** Asks the org itself: the CLI takes seconds for each question. */
  async function rest<T>(question: (connection: Connection) => Promise<T>): Promise<T> {
    opened ??= connect(name);
    try {
      return await question(await opened);
    } catch (error) {
      if (error instanceof Problem || codeOf(error) === 'INVALID_SESSION_ID') opened = undefined;
      throw error instanceof Error ? new Problem(error.message) : error;
    }
  }

  return {
    isLoggedIn: () =>
      rest(async (connection) => connection.query('SELECT Id FROM Organization')).then(
        () => true,
        () => false,
      ),
    query: (soql) =>
      rest(async (connection) => (await connection.query(soql, { autoFetch: true, maxFetch: MOST_ROWS })).records),
    create: (object, fields) => rest(async (connection) => void (await connection.sobject(object).create(fields))),
    fieldsByLabel: (object) =>
      rest(async (connection) => {
        const { fields } = await connection.describe(object);
        return new Map(fields.map((field) => [field.label, field.name]));
      }),
    retrieve: (named) => rest((connection) => retrieveXml(connection, named)),
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

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'errorCode' in error ? error.errorCode : undefined;
}

async function connect(name: string): Promise<Connection> {
  return new Connection({ ...(await adminSession(name)), version: API_VERSION });
}

/** The files of one component, one after the other. */
async function retrieveXml(connection: Connection, named: string): Promise<string> {
  const [type = '', member = ''] = named.split(':');
  // jsforce's type asks for all that a package can hold.
  const unpackaged = { version: API_VERSION, types: [{ name: type, members: [member] }] } as Package;
  const retrieval = new MetadataApi(connection).retrieve({
    apiVersion: Number(API_VERSION),
    singlePackage: true,
    unpackaged,
  });
  const { zipFile } = await retrieval.complete();
  const files = Object.entries(unzipSync(Buffer.from(zipFile, 'base64')));
  return files
    .filter(([path]) => !path.endsWith('package.xml'))
    .map(([, content]) => strFromU8(content))
    .join('\n');
}

/** A text as SOQL takes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
