import { isMet, type Figure } from './figures.ts';

/** A figure as people read it. */
export function shownValue({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3;
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${unit}`;
}

/** `≥ 0.9`, or nothing. */
export function shownGoal({ goal }: Figure): string {
  if (!goal) return '';
  return 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
}

/** Prints every figure, case by case, with its goal and whether it is met. */
export function sayFigures(figures: Figure[]): void {
  for (const [name, group] of Object.entries(Object.groupBy(figures, (figure) => figure.case))) {
    console.log(`\n${name}`);
    for (const figure of group ?? []) {
      const met = isMet(figure);
      const verdict = met === null ? '' : `  (goal ${shownGoal(figure)}: ${met ? 'met' : 'MISSED'})`;
      console.log(`  ${figure.what}: ${shownValue(figure)}${verdict}`);
    }
  }
}
