import { addBuiltInRows } from './database/built-in-rows.ts';
import { createDatabase, type Database } from './database/database.ts';
import type { ConversionResult, LeadConversion } from './database/lead-conversion/conversion.ts';
import { convertLead } from './database/lead-conversion/convert-lead.ts';
import { readPast, type Lag } from './database/read-past.ts';
import { rightsOf } from './database/permissions/rights.ts';
import { userAccess } from './database/permissions/user-access.ts';
import { automatedProcessUser, runningUsers } from './database/running-users.ts';
import { syncSetupRows } from './database/setup-rows.ts';
import { createQueryContexts } from './database/soql/query-contexts.ts';
import { runQuery, type QueryResult } from './database/soql/run-query.ts';
import { getObject } from './database/transaction.ts';
import { createUserWrites } from './database/user-mode/user-writes.ts';
import type { Component, Problem } from './metadata/component.ts';
import { createDeployments, type Check } from './metadata/deployment.ts';
import type { Schema } from './metadata/schema.ts';
import { newOrgSettings, type OrgSettings } from './org-settings.ts';
import type { RunningUser } from './model.ts';
import type { Org } from './org-model.ts';
import type { Automation, Transaction } from './save-model.ts';

export interface OrgOptions {
  /** 18 characters. */
  id: string;
  name: string;
  /** Left out: a sandbox. */
  isSandbox?: boolean;
  now: () => Date;
  /** How old the state is that the query being answered reads; undefined: as it is now. */
  lag?: () => Lag | undefined;
  /** The flows of what is deployed now. */
  automation: () => Automation;
  checks: Check[];
  /** Runs after each successful deployment. */
  onDeployed: (schema: Schema) => void;
}

/** The org with what its own parts need beyond its APIs. */
export interface SimulatedOrg extends Org {
  readonly database: Database;
  /** What is switched in Setup; may be changed. */
  readonly settings: OrgSettings;
  schema(): Schema;
  query(user: RunningUser, soql: string): QueryResult;
  hasUserPermission(user: RunningUser, name: string): boolean;
  /** Turns a lead into account and contact, with the user's rights. */
  convertLeadAs(user: RunningUser, conversion: LeadConversion): ConversionResult;
  /** A transaction of the user behind everything the org does on its own. */
  asAutomatedProcess<T>(work: (transaction: Transaction) => T): T;
  /** All components or, when there is a problem or it is only a check, none. */
  deploy(components: Component[], options?: { checkOnly?: boolean }): Problem[];
  /** Back to the built-in rows; what is deployed stays. */
  reset(): void;
}

/** An org with standard objects, built-in users and no package. */
export function createOrg(options: OrgOptions): SimulatedOrg {
  const { id, now, automation } = options;
  const deployments = createDeployments(options.checks, (schema) => {
    database.store.reindex();
    syncSetupRows(schema, database.store);
    options.onDeployed(schema);
  });
  const { schema } = deployments;
  const rights = (user: RunningUser) => rightsOf(schema(), database.store, user);
  const permissions = {
    hasCustomPermission: (user: RunningUser, name: string) => rights(user).custom(name),
    hasUserPermission: (user: RunningUser, name: string) => rights(user).user(name),
  };
  const database = createDatabase({ schema, automation, permissions, now });
  const accessOf = (user: RunningUser) => userAccess(schema(), database.store, user);
  const contexts = createQueryContexts({
    schema,
    database,
    now,
    accessOf,
    hasUserPermission: permissions.hasUserPermission,
  });
  const query = (user: RunningUser, soql: string) =>
    database.transact(user, (work) =>
      readPast(database.store, options.lag?.(), () => runQuery(contexts(user, work), soql)),
    );
  const fill = () => {
    const { name, isSandbox = true } = options;
    addBuiltInRows(schema(), database.store, { id, name, isSandbox, now: now() });
    syncSetupRows(schema(), database.store);
  };
  fill();
  const settings = newOrgSettings();

  return {
    id,
    settings,
    now,
    database,
    schema,
    query,
    accessOf,
    ...createUserWrites({ schema, database, accessOf }),
    hasUserPermission: permissions.hasUserPermission,
    convertLeadAs: (user, conversion) =>
      database.transact(user, (work) =>
        convertLead(work, conversion, {
          access: accessOf(user),
          mayConvert: rights(user).user('ConvertLeads'),
          isValidated: settings.requiresValidationForConvertedLeads,
        }),
      ),
    objectDefinition: (object) => getObject(schema().objects, object),
    objectDefinitions: () => [...schema().objects.values()],
    users: () => runningUsers(database.store),
    findUser: (username) => runningUsers(database.store).find((user) => user.username === username),
    queryAs: (user, soql) => query(user, soql).records,
    transact: database.transact,
    asAutomatedProcess: (work) => database.transact(automatedProcessUser(database.store), work),
    deploy: deployments.deploy,
    reset() {
      database.afterCommit.clear();
      database.store.clear();
      Object.assign(settings, newOrgSettings());
      fill();
    },
  };
}
