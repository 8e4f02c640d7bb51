/** A range of versions of Node: from `oldest` on, below major `below`; null for no upper bound. */
interface NodeRange {
  oldest: readonly [major: number, minor: number];
  below: number | null;
}

/** Reads `24.x`, `>=22.19` and `22.19 - 24`. @throws Error for the other forms there are */
export function readNodeRange(wanted: string): NodeRange {
  const [, from, fromMinor = '0', to] = /^(?:>=)?(\d+)(?:\.(\d+))?(?:\.x)?(?: - (\d+))?$/.exec(wanted) ?? [];
  if (from === undefined) throw new Error(`engines.node ${wanted}: this form of a range is not simulated`);
  const isOpen = wanted.startsWith('>=');
  return { oldest: [Number(from), Number(fromMinor)], below: isOpen ? null : Number(to ?? from) + 1 };
}

/** Whether a version, `24.1.0`, lies in the range. */
export function isInRange(version: string, { oldest, below }: NodeRange): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOldEnough = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  return isOldEnough && (below === null || major < below);
}
