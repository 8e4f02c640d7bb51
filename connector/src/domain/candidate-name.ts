/** First and last name; null where one is not known. */
export interface CandidateName {
  firstName: string | null;
  lastName: string | null;
}

/**
 * Whether two names are of two people: neither the first nor the last name agrees. Somebody who married, or goes by a short
 * name, keeps one of them. Capitals, accents and punctuation are each system's own.
 */
export function isSomebodyElse(one: CandidateName, other: CandidateName): boolean {
  return isOther(one.firstName, other.firstName) && isOther(one.lastName, other.lastName);
}

function isOther(one: string | null, other: string | null): boolean {
  const [letters, otherLetters] = [lettersOf(one), lettersOf(other)];
  return letters !== '' && otherLetters !== '' && letters !== otherLetters;
}

function lettersOf(name: string | null): string {
  return (name ?? '')
    .normalize('NFKD')
    .replaceAll(/[^\p{L}]/gu, '')
    .toLowerCase();
}
