import { join } from 'node:path';
import { z } from 'zod';
import type { OrgSession } from './org-session.ts';
import { shown } from './new-run.ts';
import { Problem } from './problem.ts';
import { projectRoot } from './project-root.ts';

const deployedSchema = z.object({ deployed: z.array(z.string()) });
const refusedSchema = z.object({
  problems: z.array(z.object({ path: z.string(), component: z.string(), message: z.string() })),
});

/**
 * Deploys folders of force-app into a simulated org.
 * @param env what the `replacements` of sfdx-project.json ask for.
 * @returns the number of components. @throws Problem listing what the org refused.
 */
export async function deployPackage(orgUrl: string, folders: string[], env: Record<string, string>): Promise<number> {
  const sources = folders.map((folder) => join(projectRoot, 'force-app', folder));
  const answer = await fetch(`${orgUrl}/__control/deploy`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sources, env }),
  });
  const body: unknown = await answer.json();
  if (answer.ok) return deployedSchema.parse(body).deployed.length;
  const { problems } = refusedSchema.parse(body);
  const lines = problems.map(({ path, component, message }) => `  ${component} (${shown(path)}): ${message}`);
  throw new Problem(`The org refused the package:\n${lines.join('\n')}`);
}

/** Makes each user a member of its public groups. @param memberships username to group names. */
export async function joinGroups(admin: OrgSession, memberships: Record<string, string[]>): Promise<void> {
  const users = await admin.query('SELECT Id, Username FROM User');
  const groups = await admin.query('SELECT Id, DeveloperName FROM Group');
  for (const [username, names] of Object.entries(memberships)) {
    const user = users.find((row) => row['Username'] === username);
    for (const name of names) {
      const group = groups.find((row) => row['DeveloperName'] === name);
      if (!user || !group) throw new Problem(`The org has no ${user ? `group ${name}` : `user ${username}`}.`);
      await admin.create('GroupMember', { GroupId: group['Id'], UserOrGroupId: user['Id'] });
    }
  }
}

/** Gives each user its permission sets. @param assignments username to permission set names. */
export async function assignPermissionSets(admin: OrgSession, assignments: Record<string, string[]>): Promise<void> {
  const users = await admin.query('SELECT Id, Username FROM User');
  const sets = await admin.query('SELECT Id, Name FROM PermissionSet');
  for (const [username, names] of Object.entries(assignments)) {
    const user = users.find((row) => row['Username'] === username);
    for (const name of names) {
      const set = sets.find((row) => row['Name'] === name);
      if (!user || !set) throw new Problem(`The org has no ${user ? `permission set ${name}` : `user ${username}`}.`);
      await admin.create('PermissionSetAssignment', { AssigneeId: user['Id'], PermissionSetId: set['Id'] });
    }
  }
}
