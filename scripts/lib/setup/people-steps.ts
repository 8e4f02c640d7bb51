import { quoted } from './salesforce-org.ts';
import { doneIf, type Setup, type SetupStep } from './setup-step.ts';

/** The connector writes back what it did; that must not call it again. */
const SEND_MESSAGES = 'Send Outbound Messages';

export const permissionSets: SetupStep = {
  title: 'Permission sets',
  check: async (setup) => {
    const missing = await missingAssignments(setup);
    const words = missing.map(({ username, set }) => `${username} needs ${set}`).join('; ');
    return doneIf(missing.length === 0, `${words}. Is each of them an active user of the org?`);
  },
  mend: async (setup) => {
    for (const { username, set } of await missingAssignments(setup)) {
      const AssigneeId = await findId(setup, 'User', { Username: username });
      const PermissionSetId = await findId(setup, 'PermissionSet', { Name: set });
      if (AssigneeId && PermissionSetId)
        await setup.org.create('PermissionSetAssignment', { AssigneeId, PermissionSetId });
    }
  },
};

export const groupMembers: SetupStep = {
  title: 'Members of the groups that are told and that decide',
  check: async (setup) => {
    const missing = await missingMembers(setup);
    const words = missing.map(({ username, group }) => `${username} is not in the group ${group}`).join('; ');
    return doneIf(missing.length === 0, `${words}.`);
  },
  mend: async (setup) => {
    for (const { group, username } of await missingMembers(setup)) {
      const UserOrGroupId = await findId(setup, 'User', { Username: username });
      const GroupId = await findId(setup, 'Group', { DeveloperName: group });
      if (UserOrGroupId && GroupId) await setup.org.create('GroupMember', { GroupId, UserOrGroupId });
    }
  },
};

export const somebodyReviews: SetupStep = {
  title: 'Somebody reviews, and somebody looks after the checks',
  check: async ({ org }) => {
    const groups = ['Background_Check_Reviewers', 'Background_Check_Admins'].map(quoted).join(', ');
    const rows = await org.query(
      `SELECT Group.DeveloperName FROM GroupMember WHERE Group.DeveloperName IN (${groups})`,
    );
    const filled = new Set(rows.map((row) => (row['Group'] as { DeveloperName: string }).DeveloperName));
    return doneIf(filled.size === 2, 'name them with --reviewers and --admins; an empty group is told nothing.');
  },
};

export const noEcho: SetupStep = {
  title: `${SEND_MESSAGES} is off for the connector's user`,
  check: async ({ org, options }) => {
    const field = (await org.fieldsByLabel('PermissionSet')).get(SEND_MESSAGES);
    if (!field)
      return { state: 'unsure', words: `in the profile of ${options.connector}, System Permissions: switch it off.` };
    const username = quoted(options.connector);
    const sets = await org.query(
      `SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE Assignee.Username = ${username} AND PermissionSet.${field} = true`,
    );
    const profiles = await org.query(
      `SELECT Profile.Name FROM User WHERE Username = ${username} AND Profile.${field} = true`,
    );
    const from = [
      ...sets.map((row) => `permission set ${nested(row, 'PermissionSet', 'Name')}`),
      ...profiles.map((row) => `profile ${nested(row, 'Profile', 'Name')}`),
    ];
    return doneIf(from.length === 0, `switch it off for ${options.connector} in: ${from.join(', ')}.`);
  },
};

/** Null where the org has none; the look that follows says so. */
async function findId({ org }: Setup, object: string, named: Record<string, string>): Promise<string | null> {
  const [[field = '', name = ''] = []] = Object.entries(named);
  const [row] = await org.query(`SELECT Id FROM ${object} WHERE ${field} = ${quoted(name)}`);
  return row ? String(row['Id']) : null;
}

async function missingAssignments({ org, options }: Setup) {
  const wanted = [
    ...options.requesters.map((username) => ({ username, set: 'Background_Check_Requester' })),
    ...options.reviewers.map((username) => ({ username, set: 'Background_Check_Reviewer' })),
    ...options.admins.map((username) => ({ username, set: 'Background_Check_Admin' })),
    { username: options.connector, set: 'Background_Check_Connector' },
  ];
  const rows = await org.query(
    "SELECT Assignee.Username, PermissionSet.Name FROM PermissionSetAssignment WHERE PermissionSet.Name LIKE 'Background_Check_%'",
  );
  const have = rows.map((row) => `${nested(row, 'Assignee', 'Username')} ${nested(row, 'PermissionSet', 'Name')}`);
  return wanted.filter(({ username, set }) => !have.includes(`${username} ${set}`));
}

async function missingMembers({ org, options }: Setup) {
  const wanted = [
    ...options.reviewers.map((username) => ({ username, group: 'Background_Check_Reviewers' })),
    ...options.admins.map((username) => ({ username, group: 'Background_Check_Admins' })),
  ];
  const members = await org.query(
    "SELECT UserOrGroupId, Group.DeveloperName FROM GroupMember WHERE Group.DeveloperName LIKE 'Background_Check_%'",
  );
  const users = await org.query('SELECT Id, Username FROM User WHERE IsActive = true');
  const nameOf = (id: unknown) => users.find((user) => user['Id'] === id)?.['Username'];
  const have = members.map((row) => `${String(nameOf(row['UserOrGroupId']))} ${nested(row, 'Group', 'DeveloperName')}`);
  return wanted.filter(({ username, group }) => !have.includes(`${username} ${group}`));
}

function nested(row: Record<string, unknown>, parent: string, field: string): string {
  return String((row[parent] as Record<string, unknown> | null)?.[field]);
}
