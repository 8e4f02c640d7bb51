import type { Component, Problem } from './component.ts';
import { problemOf } from './component.ts';

/** Child elements the org understands, and those it accepts because they change nothing it does. */
interface Known {
  understood: string[];
  withoutEffect: string[];
}

const KNOWN: Record<string, Known> = {
  CustomObject: {
    understood: [
      ...['label', 'pluralLabel', 'nameField', 'sharingModel', 'deploymentStatus', 'enableHistory'],
      'actionOverrides',
    ],
    withoutEffect: [
      ...['allowInChatterGroups', 'compactLayoutAssignment', 'description', 'enableActivities'],
      ...['enableBulkApi', 'enableFeeds', 'enableLicensing', 'enableReports', 'enableSearch'],
      ...['enableSharing', 'enableStreamingApi', 'externalSharingModel', 'gender', 'searchLayouts', 'startsWith'],
      ...['visibility', 'fullName'],
    ],
  },
  CustomField: {
    understood: [
      ...['fullName', 'label', 'type', 'description', 'inlineHelpText', 'length', 'precision', 'scale', 'required'],
      ...['unique', 'caseSensitive', 'externalId', 'valueSet', 'defaultValue', 'formula', 'formulaTreatBlanksAs'],
      ...[
        'referenceTo',
        'relationshipName',
        'deleteConstraint',
        'displayFormat',
        'startingNumber',
        'maskType',
        'maskChar',
        'trackHistory',
        'writeRequiresMasterRead',
        'reparentableMasterDetail',
      ],
    ],
    withoutEffect: [
      ...['relationshipLabel', 'relationshipOrder', 'visibleLines', 'trackTrending', 'trackFeedHistory'],
      ...['encryptionScheme', 'securityClassification', 'complianceGroup', 'businessStatus'],
      'populateExistingRows',
    ],
  },
  ValidationRule: {
    understood: ['fullName', 'active', 'errorConditionFormula', 'errorDisplayField', 'errorMessage'],
    withoutEffect: ['description'],
  },
  ListView: {
    understood: ['fullName', 'columns', 'filterScope', 'filters', 'label', 'sharedTo'],
    withoutEffect: ['language'],
  },
  PermissionSet: {
    understood: [
      ...['label', 'fieldPermissions', 'objectPermissions', 'customPermissions', 'userPermissions'],
      ...['applicationVisibilities', 'tabSettings'],
    ],
    withoutEffect: [
      ...['description', 'flowAccesses', 'hasActivationRequired', 'license'],
      ...['recordTypeVisibilities', 'fullName'],
    ],
  },
};

/** A problem for every child element of a component that the org does not know. */
export function unknownElements(component: Component): Problem[] {
  const known = KNOWN[component.type];
  if (!known) return [];
  const names = new Set([...known.understood, ...known.withoutEffect]);
  return component.element.children
    .filter((child) => !names.has(child.name))
    .map((child) =>
      problemOf(component, `element ${child.name} is not known to this org in a ${component.type}`, child),
    );
}
