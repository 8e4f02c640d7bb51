import { api, LightningElement } from 'lwc';

/** A fact in a list of them: its label, and one of text, moment and day; with `recordId` the text is a link. */
export interface Fact {
    /** Unique in its list; the class of its value. */
    name: string;
    label: string;
    text?: string | undefined;
    /** Date and time in ISO 8601, shown in the user's time zone. */
    moment?: string | undefined;
    /** Date without a time: the same everywhere. */
    day?: string | undefined;
    /** Id of the background check the text links. */
    recordId?: string | undefined;
}

interface Row extends Fact {
    labelKey: string;
    className: string;
    plainText: string | undefined;
}

/** Labels with their values, one below the other. A fact that is not known is left out. */
export default class FactList extends LightningElement {
    /** In the order shown. */
    @api facts: Fact[] = [];

    get rows(): Row[] {
        const known = this.facts.filter(({ text, moment, day }) => text ?? moment ?? day);
        return known.map((fact) => ({
            ...fact,
            labelKey: `${fact.name} label`,
            className: `${fact.name} slds-item_detail`,
            plainText: fact.recordId === undefined ? fact.text : undefined,
        }));
    }
}
