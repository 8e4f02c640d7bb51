import CheckBadges from 'c/checkBadges';
import { checksFromData, type ChecksData } from 'c/checksOfPerson';
import type { Standing } from 'c/clearance';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { checksAnswer, PASS } from '../../../../../test/check-answers';

type Badge = Element & { label: string };

function setup(values: Record<string, unknown> = {}, more: { standing?: Standing; outcomeOnly?: boolean } = {}) {
    const element = createElement<CheckBadges>('c-check-badges', { is: CheckBadges });
    element.check = checksFromData(checksAnswer(values) as ChecksData)[0];
    Object.assign(element, more);
    document.body.appendChild(element);
    const badges = [...(element.shadowRoot?.querySelectorAll<Badge>('lightning-badge') ?? [])];
    return {
        element,
        badges: badges.map(({ label }) => label),
        passes: badges.filter((badge) => badge.classList.contains('slds-theme_success')),
    };
}

const NO_PASS: [string, Record<string, unknown>][] = [
    ['in progress with a clear result so far', { Status__c: 'In Progress', Result__c: 'Clear' }],
    ['clear, but under review', { Status__c: 'Review Required', Result__c: 'Clear', Assessment__c: 'Eligible' }],
    ['completed and clear, but not cleared', { Status__c: 'Completed', Result__c: 'Clear' }],
    ['completed as adverse', { Status__c: 'Completed', Result__c: 'Adverse' }],
    ['engaged, but not completed', { Status__c: 'In Progress', Adjudication__c: 'Engaged' }],
];

describe('c-check-badges', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows a pass that counts as one, in words', () => {
        const { badges, passes } = setup(PASS, { standing: 'cleared' });

        expect(passes).toHaveLength(1);
        expect(badges).toEqual(['c.BackgroundCheck_Cleared', 'c.BackgroundCheck_Result: Clear']);
    });

    it.each(NO_PASS)('shows no pass when the check is %s', (_name, values) => {
        const { badges, passes } = setup(values, { standing: 'not cleared' });

        expect(passes).toEqual([]);
        expect(badges.filter((words) => /_Cleared|Clear$|Eligible|Engaged/.test(words))).toEqual([]);
    });

    it.each([
        ['replaced', 'c.BackgroundCheck_WasCleared'],
        ['ended', 'c.BackgroundCheck_WasCleared'],
        ['nothing new', 'c.BackgroundCheck_NothingNew'],
        [undefined, 'Completed'],
    ] as const)('shows no pass, and no failure, for a check whose standing is %s', (standing, words) => {
        const { element, badges, passes } = setup(PASS, standing ? { standing } : {});

        expect(badges[0]).toBe(words);
        expect(passes).toEqual([]);
        expect(element.shadowRoot?.querySelector('.slds-theme_error')).toBeNull();
    });

    it('asks for a review in words', () => {
        const { badges } = setup({ Status__c: 'Review Required', Result__c: 'Consider' });

        expect(badges).toEqual(['Review Required', 'c.BackgroundCheck_Result: Consider']);
    });

    it('keeps the results to itself where only the outcome is asked for', () => {
        const values = { Status__c: 'Review Required', Result__c: 'Consider', Assessment__c: 'Review' };

        expect(setup(values, { outcomeOnly: true }).badges).toEqual(['Review Required']);
    });

    it('is accessible', async () => {
        expect(await axeViolations(setup(PASS, { standing: 'cleared' }).element)).toEqual([]);
    });
});
