/**
 * Writes a name the way the server keeps it: each part starts with a capital and goes on small,
 * so that `FactoryBot` comes back as `Factorybot`. Parts are split at spaces, hyphens and apostrophes.
 */
export function recaseName(name: string): string {
  return name.trim().replace(/[^\s'-]+/gu, (part) => {
    const [first = '', ...rest] = part;
    return first.toUpperCase() + rest.join('').toLowerCase();
  });
}
