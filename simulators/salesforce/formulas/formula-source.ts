const STRING = /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'/;
const TOKENS = new RegExp(`${STRING.source}|/\\*[\\s\\S]*?\\*/|\\{!\\s*([^{}\\s]+)\\s*\\}|&+`, 'g');
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' };

/** A formula as the parser can read it; its string literals are lifted out and stand as `$Literal.<index>`. */
export interface FormulaSource {
  text: string;
  strings: string[];
}

/**
 * Removes what formulon's grammar does not know: comments, `{!…}` around references, escapes in strings, a minus sign
 * before a reference or bracket. `a & b` becomes `a + "" + b`: the grammar binds `&` weaker than
 * `=`, unlike the platform, and the text between keeps numbers from being added.
 * @throws Error on an unknown escape.
 */
export function prepareSource(expression: string): FormulaSource {
  const strings: string[] = [];
  const text = expression.replace(TOKENS, (token: string, reference: string | undefined) => {
    if (token.startsWith('/*')) return ' ';
    if (reference !== undefined) return ` ${reference} `;
    if (token === '&&') return token;
    const isText = token !== '&';
    strings.push(isText ? unescape(token.slice(1, -1)) : '');
    const literal = ` $Literal.${strings.length - 1} `;
    return isText ? literal : ` + ${literal} + `;
  });
  return { text: text.replace(/(^|[(,+\-*/^=<>!&|])(\s*)-(?=\s*[A-Za-z$_(])/g, '$1$2-1 * '), strings };
}

function unescape(text: string): string {
  return text.replace(/\\([\s\S])/g, (escape: string, character: string) => {
    const meant = ESCAPES[character];
    if (meant === undefined) throw new Error(`Syntax error: unknown escape ${escape} in a text; write \\${escape}`);
    return meant;
  });
}
