import type { ObjectDefinition } from '../../model.ts';
import { describeField } from './describe-field.ts';
import type { RestHandler, RestRequest, RestRoute } from './rest-request.ts';
import { visibleObject } from './visible-object.ts';

/** `GET /sobjects`, `/sobjects/<Object>`, `/sobjects/<Object>/describe`: what the user may see of objects and fields. */
export function describeRoutes(): RestRoute[] {
  return [
    { method: 'GET', pattern: '/sobjects', handle: describeGlobal },
    { method: 'GET', pattern: '/sobjects/:object', handle: basicInfo },
    { method: 'GET', pattern: '/sobjects/:object/describe', handle: describeObject },
  ];
}

const describeGlobal: RestHandler = (request) => {
  const access = request.org.accessOf(request.user);
  const visible = request.org.objectDefinitions().filter(({ name }) => access.canRead(name));
  const sobjects = visible.map((definition) => summary(request, definition));
  return { status: 200, body: { encoding: 'UTF-8', maxBatchSize: 200, sobjects } };
};

const basicInfo: RestHandler = (request, { object = '' }) => {
  const objectDescribe = summary(request, visibleObject(request, object));
  return { status: 200, body: { objectDescribe, recentItems: [] } };
};

const describeObject: RestHandler = (request, { object = '' }) => {
  const definition = visibleObject(request, object);
  const access = request.org.accessOf(request.user);
  const fields = [...definition.fields.values()]
    .filter(({ name }) => access.canReadField(object, name))
    .map((field) => describeField(object, field, access));
  return {
    status: 200,
    body: {
      ...summary(request, definition),
      fields,
      childRelationships: childrenOf(request, object),
      recordTypeInfos: [],
    },
  };
};

function summary(
  { org, user, version }: RestRequest,
  { name, label, pluralLabel, keyPrefix, custom }: ObjectDefinition,
) {
  const access = org.accessOf(user);
  const sobject = `/services/data/${version}/sobjects/${name}`;
  return {
    name,
    label,
    labelPlural: pluralLabel,
    keyPrefix,
    custom,
    createable: access.canCreate(name),
    updateable: access.canEdit(name),
    deletable: access.canDelete(name),
    queryable: true,
    retrieveable: true,
    searchable: false,
    layoutable: true,
    triggerable: true,
    urls: { sobject, describe: `${sobject}/describe`, rowTemplate: `${sobject}/{ID}` },
  };
}

function childrenOf({ org }: RestRequest, object: string) {
  return org.objectDefinitions().flatMap(({ name: childSObject, fields }) =>
    [...fields.values()]
      .filter(({ referenceTo, childRelationshipName }) => referenceTo === object && childRelationshipName)
      .map(({ name: field, childRelationshipName = '', deleteConstraint }) => ({
        childSObject,
        field,
        relationshipName: field.endsWith('__c') ? `${childRelationshipName}__r` : childRelationshipName,
        cascadeDelete: deleteConstraint === 'Cascade',
        restrictedDelete: deleteConstraint === 'Restrict',
      })),
  );
}
