import { evaluateLogic } from '../../flows/filter-logic.ts';
import type { Schema, SharingCriteria, SharingParty, SharingRule } from '../../metadata/schema.ts';
import type { SObject } from '../../model.ts';
import type { Store } from '../store.ts';
import { groupsOf } from './memberships.ts';

/** Whether sharing rules open a row to one user, for reading or also for editing. */
export type Sharing = (object: string, row: Readonly<SObject>, wanted: 'Read' | 'Edit') => boolean;

/** Goes by the rules deployed and the members groups have now. `groups`: those of the user. */
export function createSharing(schema: Schema, store: Store, groups: Set<string>): Sharing {
  const rulesFor = new Map<string, SharingRule[]>();
  const idOf = ({ kind, name }: Extract<SharingParty, { name: string }>) =>
    store.rows('Group').find(({ DeveloperName, Type }) => DeveloperName === name && Type === TYPES[kind])?.['Id'];
  const includes = (party: SharingParty, members: Set<string>) =>
    party.kind === 'everybody' || members.has(String(idOf(party)));
  const rulesOf = (object: string) => {
    const all = schema.sharingRules.get(object) ?? [];
    const known = rulesFor.get(object) ?? all.filter(({ to }) => to.some((party) => includes(party, groups)));
    rulesFor.set(object, known);
    return known;
  };
  const isFrom = (parties: SharingParty[], ownerId: string) => {
    const owners = groupsOf(store, ownerId).add(ownerId);
    return parties.some((party) => includes(party, owners));
  };
  return (object, row, wanted) =>
    rulesOf(object).some(
      ({ access, criteria, from }) =>
        (wanted === 'Read' || access === 'Edit') &&
        (criteria ? meets(criteria, row) : isFrom(from ?? [], String(row['OwnerId']))),
    );
}

const TYPES = { Group: 'Regular', Queue: 'Queue' };

function meets({ logic, conditions }: SharingCriteria, row: Readonly<SObject>): boolean {
  return evaluateLogic(logic, conditions.length, (index) => conditions[index]?.(row) ?? false);
}
