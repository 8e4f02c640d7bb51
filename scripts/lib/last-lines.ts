import { existsSync, readFileSync } from 'node:fs';

/** The end of a log file without stack frames, each line marked with a bar and cut; for showing under a failure. */
export function lastLines(file: string, count: number): string {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const telling = lines.filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
  const shown = telling.slice(-count).map((line) => `  | ${line.slice(0, 200)}`);
  return shown.length === 0 ? '  | (nothing)' : shown.join('\n');
}
