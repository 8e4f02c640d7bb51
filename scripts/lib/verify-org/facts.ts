import type { World } from './world.ts';

/** What looking came to. */
export interface Verdict {
  /** `open`: the org or the account gave no chance to look; `look`: only a person can see it. */
  state: 'confirmed' | 'wrong' | 'open' | 'look';
  /** What was seen, in plain words; no secret, nobody's name. Of `look`: where a person sees it, click by click. */
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
