import LOCALE from '@salesforce/i18n/locale';
import type { Package } from './packages';

/** An amount of money; the currency is an ISO 4217 code, undefined where the package names none. */
export interface Price {
    amount: number;
    currency: string | undefined;
}

/** What the chosen packages cost together; undefined when one has no price or their currencies differ. */
export function totalPrice(chosen: Package[]): Price | undefined {
    const prices = chosen.map(({ price }) => price).filter((price) => price !== undefined);
    const currencies = new Set(chosen.map(({ currency }) => currency));
    if (chosen.length === 0 || prices.length < chosen.length || currencies.size > 1) return undefined;
    return { amount: prices.reduce((sum, price) => sum + price, 0), currency: chosen[0]?.currency };
}

/** A price as the user writes it, with the code of its currency, as the list button shows it too. What is no code of a currency is shown as it stands in the field. */
export function shownPrice({ amount, currency }: Price): string {
    if (currency === undefined) return new Intl.NumberFormat(LOCALE).format(amount);
    const isCode = /^[A-Z]{3}$/.test(currency);
    if (!isCode) return `${new Intl.NumberFormat(LOCALE).format(amount)} ${currency}`;
    return new Intl.NumberFormat(LOCALE, { style: 'currency', currency, currencyDisplay: 'code' }).format(amount);
}
