import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../scripts/lib/project-root.ts';
import { isMet, type Figure } from './lib/figures.ts';
import { profileTable } from './lib/profile-table.ts';
import type { WorkProfile } from './lib/profiled.ts';
import { shownGoal, shownValue } from './lib/say-figures.ts';

/** `npm run bench:docs FILE`: puts the figures or the profile of a run (`npm run bench -- --json FILE`) into docs/performance.md. */
const [file] = process.argv.slice(2);
if (!file) throw new Error('name the JSON file of a run: npm run bench:docs bench.json');
const {
  machine,
  seconds,
  figures = [],
  profiles = [],
} = JSON.parse(readFileSync(file, 'utf8')) as {
  machine: string;
  seconds: number;
  figures?: Figure[];
  profiles?: WorkProfile[];
};
const about = `Measured on ${machine}, in ${seconds} seconds.`;
if (figures.length > 0) writeBetween('figures', results());
if (profiles.length > 0) writeBetween('profile', `${about}\n\n${profileTable(profiles)}`);

function writeBetween(mark: string, words: string): void {
  const page = join(projectRoot, 'docs/performance.md');
  const [begin, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [before, rest] = readFileSync(page, 'utf8').split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`docs/performance.md has lost its marks ${begin} … ${end}`);
  writeFileSync(page, `${before}${begin}\n\n${words}\n\n${end}${after}`);
}

function results(): string {
  const head = ['case', 'what', 'value', 'goal', 'met'];
  const rows = figures.map((figure) => {
    const met = isMet(figure);
    return [
      figure.case,
      figure.what,
      shownValue(figure),
      shownGoal(figure),
      met === null ? '' : met ? 'yes' : '**no**',
    ];
  });
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `${about} Where a case was repeated, the median is shown.\n\n${chart()}\n\n${table}`;
}

/** The doors beside what they are held against. */
function chart(): string {
  const doors = figures.filter(({ case: name, unit }) => name === '1 doors' && unit === 'requests/s');
  const names = doors.map(({ what }) => `"${what.replace(/[()"+]/g, '').trim()}"`).join(', ');
  const values = doors.map(({ value }) => Math.round(value)).join(', ');
  return [
    '```mermaid',
    'xychart-beta',
    '  title "Requests a second"',
    `  x-axis [${names}]`,
    '  y-axis "requests/s"',
    `  bar [${values}]`,
    '```',
  ].join('\n');
}
