const REPEATED = /^(\d)\1{8}$/;
const SEQUENCES = ['123456789', '012345678', '987654321'];

/** Says what is wrong with an SSN, with or without hyphens; null when it could be one. */
export function ssnProblem(ssn: string): string | null {
  const digits = ssnDigits(ssn);
  if (!/^\d{9}$/.test(digits) || digits.startsWith('666') || REPEATED.test(digits)) return 'SSN is invalid';
  if (SEQUENCES.includes(digits)) return 'SSN is invalid';
  // Numbers that start with 9 are taxpayer numbers, given to people who have no SSN.
  return digits.startsWith('9') ? 'SSN is invalid. TIN was provided.' : null;
}

/** An SSN without its hyphens. */
export function ssnDigits(ssn: string): string {
  return ssn.replaceAll(/[\s-]/g, '');
}
