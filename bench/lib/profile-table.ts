import type { WorkProfile } from './profiled.ts';

const SHOWN = 14;

/** The profiles beside each other, in microseconds: a row for each package that matters anywhere, ours as one. */
export function profileTable(profiles: WorkProfile[]): string {
  const columns = profiles.map(({ microseconds, places }) => {
    const column = new Map<string, number>();
    for (const [place, share] of places.map(([name, part]) => [packageOf(name), part] as const))
      column.set(place, (column.get(place) ?? 0) + share * microseconds);
    return column;
  });
  const names = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  const weightOf = (name: string) =>
    Math.max(...columns.map((column, index) => (column.get(name) ?? 0) / (profiles[index]?.microseconds ?? 1)));
  const shown = names.toSorted((one, other) => weightOf(other) - weightOf(one)).slice(0, SHOWN);
  const row = (name: string, valueOf: (column: Map<string, number>, index: number) => number) =>
    `| ${[name, ...columns.map((column, index) => Math.round(valueOf(column, index)))].join(' | ')} |`;
  const restOf = (column: Map<string, number>, index: number) =>
    (profiles[index]?.microseconds ?? 0) - shown.reduce((sum, name) => sum + (column.get(name) ?? 0), 0);
  return [
    `| µs each | ${profiles.map(({ name }) => name).join(' | ')} |`,
    `| --- |${' --: |'.repeat(profiles.length)}`,
    ...shown.map((name) => row(`\`${name}\``, (column) => column.get(name) ?? 0)),
    row('the rest', restOf),
    row('together', (_column, index) => profiles[index]?.microseconds ?? 0),
  ].join('\n');
}

function packageOf(place: string): string {
  return place.startsWith('connector/') ? 'connector' : place.startsWith('bench/') ? 'the baseline itself' : place;
}
