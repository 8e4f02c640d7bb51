/** A variable of `.env.example` with the words above it. */
export interface ExampleVariable {
  name: string;
  /** What stands behind the `=`; empty for none. */
  value: string;
  description: string;
}

/** Every variable in order; a comment explains those below it up to the next comment or empty line. */
export function readEnvExample(text: string): ExampleVariable[] {
  const variables: ExampleVariable[] = [];
  let words: string[] = [];
  let isExplaining = false;
  for (const line of text.split('\n')) {
    const comment = /^# (?!---)(.*)$/.exec(line)?.[1];
    const variable = /^([A-Z_]+)=(.*)$/.exec(line);
    if (comment !== undefined) words = isExplaining ? [...words, comment] : [comment];
    isExplaining = comment !== undefined;
    if (line === '' || line.startsWith('# ---')) words = [];
    if (variable) variables.push({ name: variable[1] ?? '', value: variable[2] ?? '', description: words.join(' ') });
  }
  return variables;
}
