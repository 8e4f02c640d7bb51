const SUFFIX_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The case-safe 18-character form of a Salesforce id of 15 or 18 characters. */
export function orgId18(id: string): string {
  if (id.length === 18) return id;
  const chunks = [id.slice(0, 5), id.slice(5, 10), id.slice(10, 15)];
  return id + chunks.map(suffixLetter).join('');
}

/** Which of the five characters are capitals, as one letter; the lowest bit is the first character. */
function suffixLetter(chunk: string): string {
  const bits = [...chunk].reduce((sum, char, position) => (/[A-Z]/.test(char) ? sum + 2 ** position : sum), 0);
  return SUFFIX_LETTERS.charAt(bits);
}
