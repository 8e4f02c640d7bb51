import LOCALE from '@salesforce/i18n/locale';

const UNITS: [unit: string, seconds: number][] = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
];

/** A duration in its largest unit, rounded: `2 days`. Less than a minute counts as one. */
export function durationInWords(seconds: number): string {
    const [unit, length] = UNITS.find(([, one]) => seconds >= one) ?? ['minute', 60];
    const count = Math.max(1, Math.round(seconds / length));
    return new Intl.NumberFormat(LOCALE, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
