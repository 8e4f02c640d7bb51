import type { Check } from 'c/checksOfPerson';
import { api, LightningElement } from 'lwc';
import { labels } from './labels';
import { stepsOf, type Step } from './steps';

/** The way of a background check, step by step, each with its name in sight. */
export default class CheckProgress extends LightningElement {
    /** The check shown. */
    @api check: Check | undefined;

    labels = labels;

    get steps(): Step[] {
        return this.check ? stepsOf(this.check) : [];
    }
}
