import { randomBytes } from 'node:crypto';

/** A new id as Checkr gives them: 24 hex digits. */
export function newId(): string {
  return randomBytes(12).toString('hex');
}

/** A new id of an international object: 30 hex digits that start with 410. */
export function newInternationalId(): string {
  return `410${randomBytes(14).toString('hex').slice(0, 27)}`;
}

/** A new secret for an apply link: 32 hex digits. */
export function newToken(): string {
  return randomBytes(16).toString('hex');
}
