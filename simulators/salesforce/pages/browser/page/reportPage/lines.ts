/** What a table shows of one value. */
export interface Cell {
  text: string;
  href?: string;
}

export interface Summary {
  label: string;
  text: string;
}

export interface Group extends Cell {
  label: string;
  count: number;
  summaries: Summary[];
  groups: Group[];
  rows: Cell[][];
}

/** One line of the table: the head of a group, or a row. */
export interface Line {
  key: string;
  isGroup: boolean;
  className: string;
  label: string;
  text: string;
  href: string | undefined;
  rest: string;
  cells: (Cell & { key: string })[];
}

/** Groups, those inside them and the rows, one below the other. */
export function linesOf(groups: Group[], rows: Cell[][], path = ''): Line[] {
  const inside = groups.flatMap((group, at) => {
    const key = `${path}${at}.`;
    return [headOf(group, key), ...linesOf(group.groups, group.rows, key)];
  });
  return [...inside, ...rows.map((cells, at) => rowOf(cells, `${path}row${at}`))];
}

/** `, Sum of Price: $70.00` */
export function summariesInWords(summaries: Summary[]): string {
  return summaries.map(({ label, text }) => `, ${label}: ${text}`).join('');
}

function headOf({ label, text, href, count, summaries }: Group, key: string): Line {
  const level = key.split('.').length - 1;
  const rest = ` (${count})${summariesInWords(summaries)}`;
  return { key, isGroup: true, className: `page-group page-group_${level}`, label, text, href, rest, cells: [] };
}

function rowOf(cells: Cell[], key: string): Line {
  const keyed = cells.map((cell, at) => ({ ...cell, key: `${key}.${at}` }));
  return { key, isGroup: false, className: '', label: '', text: '', href: undefined, rest: '', cells: keyed };
}
