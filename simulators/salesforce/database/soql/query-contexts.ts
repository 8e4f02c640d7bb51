import type { Schema } from '../../metadata/schema.ts';
import { TOLD_PERMISSIONS } from '../../metadata/standard-objects/setup-objects.ts';
import type { RunningUser, SObject } from '../../model.ts';
import type { UserAccess } from '../../org-model.ts';
import type { Transaction } from '../../save-model.ts';
import type { Database } from '../database.ts';
import { objectOfId } from '../field-path.ts';
import type { QueryContext } from './query-context.ts';

interface ContextOptions {
  schema: () => Schema;
  database: Database;
  now: () => Date;
  accessOf: (user: RunningUser) => UserAccess;
  hasUserPermission: (user: RunningUser, name: string) => boolean;
}

/** Gives the context of one user's query of an object, named in any case; undefined for one the user may not see. */
export function createQueryContexts(options: ContextOptions) {
  return (user: RunningUser, transaction: Transaction) =>
    (name: string): QueryContext | undefined => {
      const { objects } = options.schema();
      const object = [...objects.values()].find((known) => known.name.toLowerCase() === name.toLowerCase());
      const access = options.accessOf(user);
      if (!object || !access.canRead(object.name)) return undefined;
      return {
        ...rowAccess(options, transaction),
        ...(object.name === 'UserPermissionAccess' ? { rows: () => [permissionsOf(options, user)] } : {}),
        objects,
        object,
        access,
        now: options.now(),
        mayReadEncrypted: options.hasUserPermission(user, 'ViewEncryptedData'),
      };
    };
}

/** The one row everybody has of their own: it is nowhere stored. */
function permissionsOf({ hasUserPermission }: ContextOptions, user: RunningUser): SObject {
  const told = TOLD_PERMISSIONS.map((name) => [`Permissions${name}`, hasUserPermission(user, name)]);
  return { Id: '0uX000000000001AAA', ...(Object.fromEntries(told) as SObject) };
}

/** A lookup may hold ids of another object than it names (an owner that is a queue): the id decides. */
function rowAccess({ schema, database }: ContextOptions, transaction: Transaction) {
  return {
    rows: transaction.find,
    read: (object: string, id: string) => transaction.read(objectOfId(schema().objects, id)?.name ?? object, id),
    findBy: (object: string, field: string, value: string) =>
      database.store
        .findBy(transaction.objectDefinition(object), field, value)
        .map(({ Id }) => transaction.read(object, String(Id)))
        .filter((row) => row !== null),
  };
}
