import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunKeys } from './run-keys.ts';
import { CONNECTOR_USERNAME } from './start-connector.ts';
import { startProgram, type Program } from './start-program.ts';

export interface SimulatorOptions {
  keys: RunKeys;
  logFolder: string;
  /** 0 for any free port. */
  port: number;
  /** How many times faster than real its waiting passes. */
  timeScale: number;
  /** Further arguments of the simulator. */
  args?: string[];
}

/** An empty simulated org that knows the run's connected app. */
export async function startOrg({
  keys,
  logFolder,
  port,
  timeScale,
  args: more = [],
}: SimulatorOptions): Promise<Program> {
  await mkdir(logFolder, { recursive: true });
  const appFile = join(logFolder, 'connected-app.json');
  const app = { clientId: keys.clientId, publicKeyPem: keys.publicKeyPem, runAs: CONNECTOR_USERNAME };
  await writeFile(appFile, JSON.stringify(app, undefined, 2));
  const args = ['--port', String(port), '--time-scale', String(timeScale), '--connected-app', appFile, ...more];
  return startProgram({ name: 'simulated-org', file: 'simulators/salesforce/main.ts', args, logFolder });
}

/** A simulated Checkr account with the run's API key. */
export function startCheckr({ keys, logFolder, port, timeScale, args: more = [] }: SimulatorOptions): Promise<Program> {
  const args = ['--port', String(port), '--time-scale', String(timeScale), '--api-key', keys.checkrApiKey, ...more];
  return startProgram({ name: 'simulated-checkr', file: 'simulators/checkr/main.ts', args, logFolder });
}
