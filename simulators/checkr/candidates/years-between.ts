/** Full years from a birth date (`YYYY-MM-DD`) to a moment. */
export function yearsBetween(birthDate: string, moment: Date): number {
  const birth = new Date(`${birthDate}T00:00:00Z`);
  const years = moment.getUTCFullYear() - birth.getUTCFullYear();
  const birthdayThisYear = Date.UTC(moment.getUTCFullYear(), birth.getUTCMonth(), birth.getUTCDate());
  return moment.getTime() < birthdayThisYear ? years - 1 : years;
}
