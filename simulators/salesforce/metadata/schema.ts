import type { CheckedFormula } from '../formulas/compile-formula.ts';
import type { ObjectDefinition, SObject } from '../model.ts';
import type { Component } from './component.ts';

/** What a permission set or profile allows on one object. */
export interface ObjectPermission {
  create: boolean;
  read: boolean;
  edit: boolean;
  delete: boolean;
  viewAll: boolean;
  modifyAll: boolean;
}

export interface FieldPermission {
  readable: boolean;
  editable: boolean;
}

/** A permission set as deployed. */
export interface PermissionSetDefinition {
  name: string;
  label: string;
  objects: Map<string, ObjectPermission>;
  /** By `Object.Field`. */
  fields: Map<string, FieldPermission>;
  customPermissions: Set<string>;
  userPermissions: Set<string>;
  /** Tabs that are Visible: they stand in the navigation of their apps. */
  tabs: Set<string>;
  apps: Set<string>;
}

/** Whom a sharing rule is about: the members of a group or queue, or everybody. */
export type SharingParty = { kind: 'Group' | 'Queue'; name: string } | { kind: 'everybody' };

/** `logic` as in flows: `and`, `or`, `1 AND (2 OR 3)`. */
export interface SharingCriteria {
  logic: string;
  conditions: ((row: Readonly<SObject>) => boolean)[];
}

/** Opens rows to more users: those that meet `criteria`, or those `from` certain owners. */
export interface SharingRule {
  access: 'Read' | 'Edit';
  to: SharingParty[];
  criteria?: SharingCriteria;
  from?: SharingParty[];
}

/** Everything deployed, understood: what the database, permissions, queries and flows go by. */
export interface Schema {
  objects: Map<string, ObjectDefinition>;
  permissionSets: Map<string, PermissionSetDefinition>;
  customPermissions: Set<string>;
  /** By object. */
  sharingRules: Map<string, SharingRule[]>;
  /** By `<type> <fullName>`. */
  components: Map<string, Component>;
  /** Compiles a formula once. @throws Error naming the formula and what is wrong. */
  formula(expression: string, options?: { blanksAsZero?: boolean }): CheckedFormula;
}

/** All components of one type, in the order deployed. */
export function componentsOf(schema: Schema, type: string): Component[] {
  return [...schema.components.values()].filter((component) => component.type === type);
}
