import { z } from 'zod';
import type { DeployOptions } from './deploy-result.ts';

/** Options that change nothing here: there is no Apex to test and nothing gives warnings. */
const IGNORED = [
  'ignoreWarnings',
  'purgeOnDelete',
  'runTests',
  'testLevel',
  'runAllTests',
  'autoUpdatePackage',
] as const;

const deployOptionsSchema = z.strictObject({
  checkOnly: z.boolean().default(false),
  singlePackage: z.literal(true, 'has to be true: this org takes one package at a time'),
  rollbackOnError: z.literal(true, 'has to be true: this org deploys a package whole or not at all'),
  allowMissingFiles: z.literal(false, 'is not known to this org').optional(),
  performRetrieve: z.literal(false, 'is not known to this org').optional(),
  ...Object.fromEntries(IGNORED.map((name) => [name, z.unknown().optional()])),
});

/** @throws Error naming every option this org does not know or cannot do. */
export function readDeployOptions(options: unknown): DeployOptions {
  const parsed = deployOptionsSchema.safeParse(options);
  if (parsed.success) return { checkOnly: parsed.data.checkOnly };
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim());
  throw new Error(`DeployOptions: ${faults.join('; ')}`);
}
