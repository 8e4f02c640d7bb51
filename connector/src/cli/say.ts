import Table from 'cli-table3';
import type { Say } from './workshop.ts';

interface Streams {
  out: { write(text: string): unknown; columns?: number; isTTY?: boolean };
  err: { write(text: string): unknown; isTTY?: boolean };
}

const DEFAULT_WIDTH = 120;
const NARROWEST = 40;

/** Writes tables for people, or JSON alone for machines; progress never mixes with either. */
export function createSay({ out, err }: Streams, isJson: boolean): Say {
  const line = (words: string) => void (isJson || out.write(`${words}\n`));
  return {
    isJson,
    line,
    json: (value) => void (isJson && out.write(`${JSON.stringify(value, null, 2)}\n`)),
    progress: (words) => void err.write(`  … ${words}\n`),
    table(head, rows) {
      if (isJson) return;
      const widths = columnWidths(head, rows, out.columns ?? DEFAULT_WIDTH);
      const table = new Table({ head, colWidths: widths, wordWrap: true, style: { head: [], border: [] } });
      table.push(...rows);
      out.write(`${table.toString()}\n`);
    },
  };
}

/** Every column as wide as it needs; the widest share what is left. */
function columnWidths(head: string[], rows: string[][], total: number): number[] {
  const needed = head.map((title, index) => Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)) + 2);
  const room = total - head.length - 1;
  const fair = Math.floor(room / head.length);
  const narrow = needed.filter((width) => width <= fair);
  const left = room - narrow.reduce((sum, width) => sum + width, 0);
  const wide = needed.length - narrow.length;
  return needed.map((width) => (width <= fair ? width : Math.max(NARROWEST, Math.floor(left / wide))));
}
