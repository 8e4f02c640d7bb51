import type { ScreenNode } from './screen-node.ts';

/**
 * Why a screen cannot be shown here: a field that appears while another one of the same screen is filled in would need the
 * browser to decide. Undefined when all is well.
 */
export function sameScreenReference({ fields }: ScreenNode): string | undefined {
  const names = fields.map(({ name }) => name);
  for (const { name, visibility } of fields) {
    const other = visibility?.conditions.find(({ left }) => names.includes(left.split('.')[0] ?? ''));
    if (other) return `field ${name}: a visibility by ${other.left} on the same screen is not supported`;
  }
  return undefined;
}
