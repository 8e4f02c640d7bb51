import { bulkFacts } from './bulk-facts.ts';
import { checkrFacts } from './checkr-facts.ts';
import { checkrOrders } from './checkr-orders.ts';
import { conversionFacts } from './conversion-facts.ts';
import type { Fact, Verdict } from './facts.ts';
import { orgLimits } from './org-limits.ts';
import { orgRows } from './org-rows.ts';
import { salesforceFacts } from './salesforce-facts.ts';
import { seenByPeople } from './seen-by-people.ts';
import { storyFacts } from './story-facts.ts';
import type { World } from './world.ts';

/** A fact with what became of it. */
export type Verified = Omit<Fact, 'look'> & Verdict;

/** Every fact, the story first: it leaves something to look at. */
const allFacts: readonly Fact[] = [
  ...[...storyFacts, ...salesforceFacts, ...orgLimits, ...orgRows, ...conversionFacts, ...bulkFacts],
  ...[...checkrFacts, ...checkrOrders, ...seenByPeople],
];

/** Looks at every fact, one after another. One that cannot be looked at is open, and says why. */
export async function verifyFacts(world: World, onFact: (fact: Fact) => void = () => undefined): Promise<Verified[]> {
  const verified: Verified[] = [];
  for (const fact of allFacts) {
    onFact(fact);
    const { look, ...told } = fact;
    const became = await look(world).catch((error: unknown): Verdict => ({
      state: 'open',
      seen: error instanceof Error ? error.message : 'no answer',
    }));
    verified.push({ ...told, ...became });
  }
  return verified;
}
