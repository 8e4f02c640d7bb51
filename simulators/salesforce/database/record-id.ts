const SUFFIX_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Whether a text has the shape of an id: 15 or 18 letters and digits, of 18 with the right suffix. */
export function isIdShaped(text: string): boolean {
  if (/^[0-9A-Za-z]{15}$/.test(text)) return true;
  return /^[0-9A-Za-z]{18}$/.test(text) && toLongId(text.slice(0, 15)).toUpperCase() === text.toUpperCase();
}

/** The 18-character form of a 15- or 18-character id; anything else is returned as it is. */
export function toLongId(id: string): string {
  if (id.length !== 15) return id;
  return id + suffixLetter(id.slice(0, 5)) + suffixLetter(id.slice(5, 10)) + suffixLetter(id.slice(10, 15));
}

/** The id of the nth row of an object, n from 1. */
export function recordId(keyPrefix: string, n: number): string {
  return toLongId(`${keyPrefix}BC0${base62(n).padStart(9, '0')}`);
}

/** Five characters to one: which of them are capitals. */
function suffixLetter(five: string): string {
  const bits = [...five].reduce((sum, character, index) => sum + (/[A-Z]/.test(character) ? 2 ** index : 0), 0);
  return SUFFIX_LETTERS[bits] ?? '';
}

function base62(n: number): string {
  const digit = BASE_62[n % 62] ?? '';
  return n < 62 ? digit : base62(Math.floor(n / 62)) + digit;
}
