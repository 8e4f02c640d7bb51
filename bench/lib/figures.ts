/** The middle of some numbers; NaN when there are none. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value that so many per cent do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.ceil((percent / 100) * sorted.length) - 1;
  return sorted[Math.max(at, 0)] ?? Number.NaN;
}

export type Goal = { atLeast: number } | { atMost: number };

/** One line of the result: what was measured, what it was measured against, and whether that is good enough. */
export interface Figure {
  case: string;
  what: string;
  value: number;
  unit: string;
  /** Each round by itself, where there were several. */
  rounds?: number[];
  /** What it is to be: at least or at most. */
  goal?: Goal;
}

/** What several rounds gave, by their median. */
export function ofRounds(named: Pick<Figure, 'case' | 'what' | 'unit'>, rounds: number[], goal?: Goal): Figure {
  return { ...named, value: median(rounds), rounds, ...(goal ? { goal } : {}) };
}

/** What must hold in every round: the worst of them is what counts. */
export function worstOfRounds(named: Pick<Figure, 'case' | 'what' | 'unit'>, rounds: number[], atMost: number): Figure {
  return { ...named, value: Math.max(...rounds), rounds, goal: { atMost } };
}

/** Null where nothing was aimed at. */
export function isMet({ value, goal }: Figure): boolean | null {
  if (!goal) return null;
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
}
