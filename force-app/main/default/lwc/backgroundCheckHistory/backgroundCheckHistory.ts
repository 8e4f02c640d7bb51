import type { Check } from 'c/checksOfPerson';
import { api, LightningElement } from 'lwc';
import { labels } from './labels';

/** Lists earlier background checks. It says nothing about a pass: only the newest check can be one. */
export default class BackgroundCheckHistory extends LightningElement {
    /** The checks listed, the newest first. */
    @api checks: Check[] = [];

    labels = labels;

    get hasChecks(): boolean {
        return this.checks.length > 0;
    }
}
