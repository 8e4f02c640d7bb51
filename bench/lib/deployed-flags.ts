import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/lib/project-root.ts';

/** What Node is told where the product is deployed, and `more`, as environment: what is measured must run as it does there. */
export function deployedFlags(process: 'web' | 'worker', more = ''): { NODE_OPTIONS: string } {
  const procfile = readFileSync(join(projectRoot, 'Procfile'), 'utf8');
  const flags = new RegExp(`^${process}: node ((?:--\\S+ )*)`, 'm').exec(procfile)?.[1];
  if (flags === undefined) throw new Error(`the Procfile does not start ${process} by node`);
  return { NODE_OPTIONS: `${flags}${more}`.trim() };
}
