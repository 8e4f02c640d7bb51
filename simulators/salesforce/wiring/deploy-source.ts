import { resolve } from 'node:path';
import type { DeployResult } from '../api/control/control-routes.ts';
import { componentName } from '../metadata/component.ts';
import { findProject } from '../metadata/find-project.ts';
import { readSource } from '../metadata/read-source.ts';
import type { SimulatedOrg } from '../org.ts';

/** Package directories to deploy; without `project` the nearest `sfdx-project.json` above the first one counts. */
export interface DeployOrder {
  sources: string[];
  env: Record<string, string>;
  project?: string;
}

/** Deploys package directories in source format, everything or nothing. */
export function deploySource(org: SimulatedOrg, { sources, env, project }: DeployOrder): DeployResult {
  const directories = sources.map((source) => resolve(source));
  const found = project ?? findProject(directories[0] ?? '/');
  const source = readSource(directories, { env, ...(found ? { project: found } : {}) });
  const problems = source.problems.length > 0 ? source.problems : org.deploy(source.components);
  return problems.length > 0 ? { problems } : { deployed: source.components.map(componentName) };
}
