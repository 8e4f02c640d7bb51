import type { Check } from 'c/checksOfPerson';
import { api, LightningElement } from 'lwc';
import { badgesOf, type Badge } from './badges';
import { labels } from './labels';
import { hasStopped, stepOf, STEPS } from './progress';

/** Shows where one background check stands: its progress, outcome, errors, dates and links. */
export default class BackgroundCheckSummary extends LightningElement {
    /** The check shown. */
    @api check: Check | undefined;

    labels = labels;
    steps = STEPS;

    get currentStep(): string {
        return this.check ? stepOf(this.check) : '';
    }

    get hasStopped(): boolean {
        return this.check !== undefined && hasStopped(this.check);
    }

    get badges(): Badge[] {
        return this.check ? badgesOf(this.check) : [];
    }

    get errors(): string[] {
        return this.check?.errors ?? [];
    }

    get hasErrors(): boolean {
        return this.errors.length > 0 || this.check?.errorHelp !== undefined;
    }

    get packageName(): string {
        return this.check?.packageName ?? labels.defaultPackage;
    }

    get estimatedCompletion(): string | undefined {
        return this.check?.isOpen ? this.check.estimatedCompletion : undefined;
    }

    get invitationUrl(): string | undefined {
        return this.check?.status.value === 'Invited' ? this.check.invitationUrl : undefined;
    }
}
