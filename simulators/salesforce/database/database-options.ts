import type { Schema } from '../metadata/schema.ts';
import type { RunningUser } from '../model.ts';
import type { Automation } from '../save-model.ts';

/** What decides what a user may do outside rows and fields. */
export interface UserPermissions {
  hasCustomPermission(user: RunningUser, name: string): boolean;
  hasUserPermission(user: RunningUser, name: string): boolean;
}

/** What a database is built around. */
export interface DatabaseOptions {
  schema: () => Schema;
  automation: () => Automation;
  permissions: UserPermissions;
  now: () => Date;
}
