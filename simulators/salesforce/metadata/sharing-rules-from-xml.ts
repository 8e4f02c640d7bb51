import { checkLogic } from '../flows/filter-logic.ts';
import type { ObjectDefinition } from '../model.ts';
import type { Schema, SharingCriteria, SharingParty, SharingRule } from './schema.ts';
import { sharingCondition } from './sharing-condition.ts';
import { childOf, childrenOf, textOf, type XmlElement } from './xml.ts';

const RULES = ['sharingCriteriaRules', 'sharingOwnerRules'];
const RULE_ELEMENTS = [
  ...['accessLevel', 'description', 'fullName', 'label', 'sharedTo', 'sharedFrom'],
  ...['booleanFilter', 'criteriaItems', 'includeRecordsOwnedByAll'],
];

/** The rules of one `SharingRules` element. @throws Error naming the rule and what this org does not know of it. */
export function sharingRulesFromXml(schema: Schema, object: ObjectDefinition, element: XmlElement): SharingRule[] {
  const unknown = element.children.find(({ name }) => !RULES.includes(name));
  if (unknown) throw new Error(`${unknown.name} is not known to this org; known are ${RULES.join(', ')}`);
  return element.children.map((rule) => {
    const name = textOf(rule, 'fullName') ?? '';
    try {
      return sharingRule(schema, object, rule);
    } catch (error) {
      throw new Error(`sharing rule ${name}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  });
}

function sharingRule(schema: Schema, object: ObjectDefinition, rule: XmlElement): SharingRule {
  const unknown = rule.children.find(({ name }) => !RULE_ELEMENTS.includes(name));
  if (unknown) throw new Error(`element ${unknown.name} is not known to this org`);
  const access = accessLevel(object, textOf(rule, 'accessLevel') ?? '(none)');
  const to = partiesOf(schema, childOf(rule, 'sharedTo'));
  if (rule.name === 'sharingOwnerRules') return { access, to, from: partiesOf(schema, childOf(rule, 'sharedFrom')) };
  return { access, to, criteria: criteriaOf(object, rule) };
}

/** A rule can only give more than everybody has. */
function accessLevel({ name, sharingModel }: ObjectDefinition, written: string): 'Read' | 'Edit' {
  if (written !== 'Read' && written !== 'Edit')
    throw new Error(`accessLevel ${written} is not known; use Read or Edit`);
  const isOpen = sharingModel === 'Private' || (sharingModel === 'Read' && written === 'Edit');
  if (!isOpen) throw new Error(`${written} gives nothing on ${name}, whose sharingModel is ${sharingModel}`);
  return written;
}

function partiesOf(schema: Schema, element: XmlElement | undefined): SharingParty[] {
  const parties = (element?.children ?? []).map(({ name, text }): SharingParty => {
    if (name === 'allInternalUsers') return { kind: 'everybody' };
    if (name !== 'group' && name !== 'queue') {
      throw new Error(`sharing with ${name} is not known to this org; use group, queue or allInternalUsers`);
    }
    const type = name === 'group' ? 'Group' : 'Queue';
    if (!schema.components.has(`${type} ${text}`)) throw new Error(`no ${name} named ${text}; deploy it with the rule`);
    return { kind: type, name: text };
  });
  if (parties.length === 0) throw new Error('sharedTo and sharedFrom need a group, a queue or allInternalUsers');
  return parties;
}

function criteriaOf(object: ObjectDefinition, rule: XmlElement): SharingCriteria {
  const conditions = childrenOf(rule, 'criteriaItems').map((item) => sharingCondition(object, item));
  const logic = textOf(rule, 'booleanFilter') ?? 'and';
  const problem = checkLogic(logic, conditions.length);
  if (problem) throw new Error(problem);
  return { logic, conditions };
}
