import type { FieldDefinition } from '../../model.ts';
import { problemOf, type Component, type Problem } from '../component.ts';
import type { ObjectPermission, PermissionSetDefinition, Schema } from '../schema.ts';
import { isAlwaysVisible } from '../system-fields.ts';

/** What the one right cannot be given without the other. */
const DEPENDS: [keyof ObjectPermission, (keyof ObjectPermission)[]][] = [
  ['create', ['read']],
  ['edit', ['read']],
  ['delete', ['read', 'edit']],
  ['viewAll', ['read']],
  ['modifyAll', ['read', 'edit', 'delete', 'viewAll']],
];

/** Permission sets name objects, fields and custom permissions that exist, and give rights that can be given. */
export function checkPermissionSets(schema: Schema, components: Component[]): Problem[] {
  return components
    .filter(({ type }) => type === 'PermissionSet')
    .flatMap((component) => {
      const set = schema.permissionSets.get(component.fullName);
      const messages = set
        ? [...objectMessages(schema, set), ...fieldMessages(schema, set), ...permissionMessages(schema, set)]
        : [];
      return messages.map((message) => problemOf(component, message));
    });
}

function objectMessages(schema: Schema, { objects }: PermissionSetDefinition): string[] {
  return [...objects].flatMap(([name, rights]) => {
    if (!schema.objects.has(name)) return [`In field: object - no CustomObject named ${name} found`];
    return DEPENDS.flatMap(([right, needed]) =>
      rights[right]
        ? needed
            .filter((other) => !rights[other])
            .map((other) => `objectPermissions ${name}: ${right} depends on ${other}`)
        : [],
    );
  });
}

function fieldMessages(schema: Schema, set: PermissionSetDefinition): string[] {
  return [...set.fields].flatMap(([name, { editable, readable }]) => {
    const [object = '', fieldName = ''] = name.split('.');
    const fields = schema.objects.get(object)?.fields;
    if ([...(fields?.values() ?? [])].some(({ compound }) => compound === fieldName)) return [];
    const field = fields?.get(fieldName);
    if (!field) return [`In field: field - no CustomField named ${name} found`];
    if (isAlwaysVisible(field)) return [`You cannot deploy to a required field: ${name}`];
    if (field.compound) return [`fieldPermissions: ${name} is part of an address; list ${object}.${field.compound}`];
    if (editable && !readable) return [`fieldPermissions ${name}: editable depends on readable`];
    return editable && isReadOnly(field) ? [`fieldPermissions ${name}: the field can never be edited`] : [];
  });
}

function isReadOnly({ formula, type }: FieldDefinition): boolean {
  return formula !== undefined || type === 'AutoNumber';
}

function permissionMessages(schema: Schema, { customPermissions }: PermissionSetDefinition): string[] {
  return [...customPermissions]
    .filter((name) => !schema.customPermissions.has(name))
    .map((name) => `In field: name - no CustomPermission named ${name} found`);
}
