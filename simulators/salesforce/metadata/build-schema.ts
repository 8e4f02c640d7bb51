import type { ObjectDefinition } from '../model.ts';
import { componentName, problemOf, type Component, type Problem } from './component.ts';
import { createFormulaCache } from './formula-cache.ts';
import { fieldFromXml } from './field-from-xml.ts';
import { historyObject } from './history-object.ts';
import { unknownElements } from './known-elements.ts';
import { objectFromXml } from './object-from-xml.ts';
import { permissionSetFromXml } from './permission-set-from-xml.ts';
import type { Schema } from './schema.ts';
import { sharingRulesFromXml } from './sharing-rules-from-xml.ts';
import { standardObjects } from './standard-objects/standard-objects.ts';
import { textOf, type XmlElement } from './xml.ts';

/** Gives the three characters an object's ids start with; the same object always gets the same ones. */
export type KeyPrefixFor = (object: string) => string;

/** Understands all components together; `problems` tells which could not be. */
export function buildSchema(
  components: Component[],
  keyPrefixFor: KeyPrefixFor,
): { schema: Schema; problems: Problem[] } {
  const schema: Schema = {
    objects: standardObjects(),
    permissionSets: new Map(),
    customPermissions: new Set(),
    sharingRules: new Map(),
    components: new Map(components.map((component) => [componentName(component), component])),
    formula: createFormulaCache(),
  };
  const problems = components.flatMap(unknownElements);
  for (const { type, load } of loaders(keyPrefixFor)) {
    for (const component of components.filter((candidate) => candidate.type === type)) {
      problems.push(...attempt(component, () => load(schema, component)));
    }
  }
  for (const object of [...schema.objects.values()].filter(({ enableHistory }) => enableHistory)) {
    const history = historyObject(object);
    schema.objects.set(history.name, history);
  }
  return { schema, problems };
}

function attempt(component: Component, load: () => void): Problem[] {
  try {
    load();
    return [];
  } catch (error) {
    return [problemOf(component, error instanceof Error ? error.message : String(error))];
  }
}

/** In the order in which they can be understood: objects before their fields. */
function loaders(keyPrefixFor: KeyPrefixFor): { type: string; load: (schema: Schema, component: Component) => void }[] {
  return [
    { type: 'CustomObject', load: (schema, component) => loadObject(schema, component, keyPrefixFor) },
    { type: 'CustomField', load: loadField },
    { type: 'ValidationRule', load: loadValidationRule },
    { type: 'CustomPermission', load: (schema, { fullName }) => schema.customPermissions.add(fullName) },
    { type: 'PermissionSet', load: loadPermissionSet },
    { type: 'SharingRules', load: loadSharingRules },
  ];
}

function loadObject(schema: Schema, { fullName, element }: Component, keyPrefixFor: KeyPrefixFor): void {
  if (fullName.endsWith('__c')) schema.objects.set(fullName, objectFromXml(fullName, keyPrefixFor(fullName), element));
  else loadStandardObject(schema, fullName, element);
}

function loadStandardObject({ objects }: Schema, name: string, element: XmlElement): void {
  const object = objects.get(name);
  if (!object) throw new Error(`standard object ${name} is not known to this org`);
  object.enableHistory = textOf(element, 'enableHistory') === 'true';
}

function loadField(schema: Schema, { fullName, element }: Component): void {
  const { object, name } = childOfObject(schema, fullName);
  if (!name.endsWith('__c'))
    throw new Error(`standard field ${name} cannot be changed in this org; custom fields end in __c`);
  object.fields.set(name, fieldFromXml(name, element));
}

function loadValidationRule(schema: Schema, { fullName, element }: Component): void {
  const { object, name } = childOfObject(schema, fullName);
  const errorDisplayField = textOf(element, 'errorDisplayField');
  object.validationRules.push({
    fullName: name,
    active: textOf(element, 'active') === 'true',
    errorConditionFormula: textOf(element, 'errorConditionFormula') ?? '',
    errorMessage: textOf(element, 'errorMessage') ?? '',
    ...(errorDisplayField ? { errorDisplayField } : {}),
  });
}

function childOfObject(schema: Schema, fullName: string): { object: ObjectDefinition; name: string } {
  const [objectName = '', name = ''] = fullName.split('.');
  const object = schema.objects.get(objectName);
  if (!object) throw new Error(`object ${objectName} does not exist; deploy it with this component`);
  return { object, name };
}

function loadPermissionSet(schema: Schema, { fullName, element }: Component): void {
  schema.permissionSets.set(fullName, permissionSetFromXml(fullName, element));
}

function loadSharingRules(schema: Schema, { fullName, element }: Component): void {
  const object = schema.objects.get(fullName);
  if (!object) throw new Error(`object ${fullName} does not exist; deploy it with its sharing rules`);
  schema.sharingRules.set(fullName, sharingRulesFromXml(schema, object, element));
}
