import type { FieldDefinition } from '../../model.ts';

/** An encrypted text as users without View Encrypted Data see it. */
export function maskText(text: string, { type, character }: NonNullable<FieldDefinition['mask']>): string {
  if (type === 'all') return character.repeat(text.length);
  const shown = text.slice(-4);
  if (type === 'ssn') return `${character.repeat(3)}-${character.repeat(2)}-${shown}`;
  return character.repeat(Math.max(0, text.length - 4)) + shown;
}
