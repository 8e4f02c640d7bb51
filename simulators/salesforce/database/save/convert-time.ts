const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;

/** A calendar date as it is stored; undefined when the text is none. */
export function convertDate(text: string): string | undefined {
  if (!DATE.test(text)) return undefined;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text) ? text : undefined;
}

/** A moment as it is stored, in UTC and whole seconds; undefined when the text is none. */
export function convertDateTime(text: string): string | undefined {
  const parts = DATE_TIME.exec(text);
  if (!parts) return undefined;
  const zone = (parts[3] ?? 'Z').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const parsed = new Date(`${parts[1] ?? ''}${zone}`);
  return Number.isNaN(parsed.getTime()) ? undefined : wholeSeconds(parsed);
}

/** A moment with its fraction of a second cut off, as Salesforce stores it. */
export function wholeSeconds(moment: Date): string {
  return new Date(Math.floor(moment.getTime() / 1000) * 1000).toISOString();
}
