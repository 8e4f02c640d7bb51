import Table from 'cli-table3';
import type { Say } from './workshop.ts';

interface Streams {
  out: { write(text: string): unknown; columns?: number; isTTY?: boolean };
  err: { write(text: string): unknown; isTTY?: boolean };
}

const DEFAULT_WIDTH = 120;
const NARROWEST = 12;
/** A blank on either side of a cell. */
const PADDING = 2;

/** Writes tables for people, or JSON alone for machines; progress never mixes with either. */
export function createSay({ out, err }: Streams, isJson: boolean): Say {
  const line = (words: string) => void (isJson || out.write(`${words}\n`));
  return {
    isJson,
    line,
    json: (value) => void (isJson && out.write(`${JSON.stringify(value, null, 2)}\n`)),
    progress: (words) => void err.write(`  … ${words}\n`),
    table(head, rows) {
      if (isJson || rows.length === 0) return;
      const total = out.columns ?? DEFAULT_WIDTH;
      const widths = columnWidths(head, rows, total);
      const table = new Table({
        head,
        colWidths: widths,
        wordWrap: true,
        style: { head: [], border: [], compact: true },
      });
      table.push(...rows.map((row) => row.map((cell, index) => wrapped(cell, widths[index] ?? total))));
      out.write(`${table.toString()}\n`);
    },
  };
}

/** A word longer than its column goes on in the next line: the table would cut it off, and with it an address or id. */
function wrapped(cell: string, width: number): string {
  return cell.replaceAll(new RegExp(`\\S{${width - PADDING}}(?=\\S)`, 'g'), '$&\n');
}

/** Every column as wide as it needs; those that need more than a fair share of what is left get that share. */
function columnWidths(head: string[], rows: string[][], total: number): number[] {
  const widest = (texts: string[]) =>
    Math.max(0, ...texts.flatMap((text) => text.split('\n')).map(({ length }) => length));
  const needed = head.map((title, index) => widest([title, ...rows.map((row) => row[index] ?? '')]) + PADDING);
  let room = total - head.length - 1;
  const widths: number[] = [];
  const byNeed = needed.map((width, index) => ({ width, index })).toSorted((a, b) => a.width - b.width);
  for (const [done, { width, index }] of byNeed.entries()) {
    const share = Math.max(NARROWEST, Math.floor(room / (byNeed.length - done)));
    widths[index] = Math.min(width, share);
    room -= widths[index];
  }
  return widths;
}
