/** The process types of a Procfile with their commands; lines of any other form are passed over, as Heroku does. */
export function readProcfile(text: string): Record<string, string> {
  const lines = text.split('\n').map((line) => /^([A-Za-z0-9_-]+):\s*(.+)$/.exec(line.trim()));
  return Object.fromEntries(lines.flatMap((match) => (match ? [[match[1] ?? '', match[2] ?? '']] : [])));
}
