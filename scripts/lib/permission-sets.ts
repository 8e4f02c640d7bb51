import { CONNECTOR_USERNAME } from './start-connector.ts';

/** Who works with the package in a simulated org: username to names of permission sets. */
export const PERMISSION_SETS: Record<string, string[]> = {
  'requester@example.org': ['Background_Check_Requester'],
  'reviewer@example.org': ['Background_Check_Reviewer'],
  [CONNECTOR_USERNAME]: ['Background_Check_Connector'],
};

/** Whose membership in a public group gives them records: username to names of groups. */
export const GROUPS: Record<string, string[]> = {
  'reviewer@example.org': ['Background_Check_Reviewers'],
};
