import type { Problem } from '../../metadata/component.ts';
import type { SimulatedOrg } from '../../org.ts';
import type { CompilerCheck } from '../../metadata/checks/check-with-compilers.ts';
import type { DeployOrder } from './deploy-jobs.ts';
import { failureMessages, successMessages } from './deploy-messages.ts';
import type { DeployMessage } from './deploy-result.ts';
import type { PackageStore } from './package-store.ts';
import { readPackage } from './package/read-package.ts';
import { unpackZip } from './package/unpack-zip.ts';

/**
 * Deploys one package in metadata format, all of it or nothing, and tells what became of each component.
 * @throws Error when it is no package at all.
 */
export async function runDeployment(
  { org, store, check }: { org: SimulatedOrg; store: PackageStore; check: CompilerCheck },
  { zip, options }: DeployOrder,
): Promise<DeployMessage[]> {
  const files = unpackZip(zip);
  const source = readPackage(files, store.folder());
  const about = { folder: store.folder(), createdDate: org.now().toISOString() };
  const refuse = (problems: Problem[]) => failureMessages(problems, about);
  if (source.problems.length > 0) return refuse(source.problems);
  const faults = await check(source.components);
  if (faults.length > 0) return refuse(faults);
  const before = new Map(org.schema().components);
  const problems = org.deploy(source.components, options);
  if (problems.length > 0) return refuse(problems);
  if (!options.checkOnly) store.keep(files);
  return successMessages(source.components, before, about);
}
