/** The fenced `sh` blocks below a heading of a Markdown text, up to the next heading of its level, without their indent. */
export function shellBlocksOf(markdown: string, heading: string): string[] {
  const level = /^#+/.exec(heading)?.[0] ?? '';
  const rest = markdown.slice(markdown.indexOf(`\n${heading}\n`) + heading.length + 2);
  const section = rest.split(new RegExp(`^#{1,${level.length}} `, 'm'))[0] ?? '';
  return [...section.matchAll(/^( *)```sh\n([^]*?)^ *```$/gm)].map(([, indent = '', block = '']) =>
    block.replaceAll(new RegExp(`^${indent}`, 'gm'), '').trim(),
  );
}

/**
 * Puts what an operator types in place of each `<…>`; a placeholder with a list of values takes them in turn.
 * @throws Error naming one there is nothing for.
 */
export function filledIn(block: string, values: Record<string, string | string[]>): string {
  const left = new Map(Object.entries(values).map(([name, value]) => [name, [value].flat()]));
  return block.replaceAll(/<([^<>\n]+)>/g, (placeholder, name: string) => {
    const given = left.get(name);
    const value = given && given.length > 1 ? given.shift() : given?.[0];
    if (value === undefined) throw new Error(`nothing to type for ${placeholder}`);
    return `'${value}'`;
  });
}
