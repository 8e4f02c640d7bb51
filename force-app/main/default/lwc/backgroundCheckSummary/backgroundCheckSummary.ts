import type { Check } from 'c/checksOfPerson';
import { replacementOf, standingOf, type Standing } from 'c/clearance';
import type { Fact } from 'c/factList';
import { api, LightningElement } from 'lwc';
import { deadlineOf } from './deadline';
import { factsOf } from './facts';
import { labels } from './labels';
import { nextFor } from './next';

/** Shows where one background check stands: its progress, outcome, errors, dates and links. */
export default class BackgroundCheckSummary extends LightningElement {
    /** The check shown. */
    @api check: Check | undefined;
    /** All checks of its person, this one too: another may take its pass away. */
    @api checks: Check[] = [];

    labels = labels;

    /** Where the vendor's words are the help already they are said once. */
    get errors(): string[] {
        return (this.check?.errors ?? []).filter((error) => error !== this.check?.errorHelp);
    }

    get hasErrors(): boolean {
        return this.errors.length > 0 || this.check?.errorHelp !== undefined;
    }

    get facts(): Fact[] {
        return this.check ? factsOf(this.check) : [];
    }

    get standing(): Standing | undefined {
        return this.check && standingOf(this.check, this.checks);
    }

    get replacement(): Check | undefined {
        return this.check && replacementOf(this.check, this.checks);
    }

    get next(): string | undefined {
        return this.check && nextFor(this.check, this.standing);
    }

    get deadline(): string | undefined {
        return this.check && deadlineOf(this.check);
    }

    get invitationUrl(): string | undefined {
        return this.check?.status.value === 'Invited' ? this.check.invitationUrl : undefined;
    }
}
