import type { RunningUser } from '../../model.ts';

/** Why a user may not use the Metadata API; undefined when the user may. */
export function refusalOf(user: RunningUser): { code: string; message: string } | undefined {
  if (user.isAdmin) return undefined;
  const message = 'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions';
  return { code: 'INSUFFICIENT_ACCESS', message };
}
