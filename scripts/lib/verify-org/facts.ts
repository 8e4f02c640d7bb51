import type { World } from './world.ts';

/** What looking came to: `open` where the org or the account gave no chance to look. */
export interface Verdict {
  state: 'confirmed' | 'wrong' | 'open';
  /** What was seen, in plain words; no secret, nobody's name. */
  seen: string;
}

/** Something the product relies on that nobody could check yet. */
export interface Fact {
  id: string;
  about: 'Salesforce' | 'Checkr' | 'the story';
  statement: string;
  look(world: World): Promise<Verdict>;
}

/** Confirmed when so, else wrong. */
export function verdict(isSo: boolean, seen: string): Verdict {
  return { state: isSo ? 'confirmed' : 'wrong', seen };
}

/** Nothing to look at. */
export function open(seen: string): Verdict {
  return { state: 'open', seen };
}
