import CheckProgress from 'c/checkProgress';
import { checksFromData, type ChecksData } from 'c/checksOfPerson';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { checksAnswer } from '../../../../../test/check-answers';

function setup(values: Record<string, unknown> = {}) {
    const element = createElement<CheckProgress>('c-check-progress', { is: CheckProgress });
    element.check = checksFromData(checksAnswer(values) as ChecksData)[0];
    document.body.appendChild(element);
    const steps = [...(element.shadowRoot?.querySelectorAll('li') ?? [])];
    const current = steps.find((step) => step.getAttribute('aria-current') === 'step');
    return {
        element,
        words: steps.map(({ textContent }) => textContent?.trim()),
        done: steps.filter(({ classList }) => classList.contains('slds-is-completed')).length,
        current: current?.querySelector('.slds-progress__item_content')?.firstChild?.textContent?.trim(),
        hasStopped: current?.classList.contains('slds-has-error'),
    };
}

describe('c-check-progress', () => {
    afterEach(() => document.body.replaceChildren());

    it('names every step in sight', () => {
        const { words } = setup();

        expect(words).toHaveLength(5);
        expect(words[0]).toContain('c.BackgroundCheck_StepRequested');
        expect(words[4]).toContain('c.BackgroundCheck_StepCompleted');
    });

    it('shows the step the check stands at, and for screen readers how it stands with each', () => {
        const { current, done, hasStopped, words } = setup();

        expect(current).toBe('c.BackgroundCheck_StepInvited');
        expect(done).toBe(2);
        expect(hasStopped).toBe(false);
        expect(words[2]).toContain('c.BackgroundCheck_StepHere');
        expect(words[3]).toContain('c.BackgroundCheck_StepAhead');
    });

    it('shows a completed check as done altogether', () => {
        const { current, done } = setup({ Status__c: 'Completed' });

        expect(done).toBe(5);
        expect(current).toBe('c.BackgroundCheck_StepCompleted');
    });

    it('stands at the review while a reviewer has to decide, with the report done', () => {
        const { current, done, words } = setup({ Status__c: 'Review Required', Checkr_Report_Id__c: 'report-1' });

        expect(words).toHaveLength(6);
        expect(current).toBe('c.BackgroundCheck_StepReview');
        expect(done).toBe(4);
    });

    it.each([
        ['a report was begun', { Checkr_Report_Id__c: 'report-1' }, 'InProgress'],
        ['the applicant was invited', {}, 'Invited'],
        ['a candidate was created', { Checkr_Invitation_Id__c: null }, 'CandidateCreated'],
        ['nothing was created', { Checkr_Invitation_Id__c: null, Checkr_Candidate_Id__c: null }, 'Requested'],
    ])('a canceled check stands where it stopped: %s', (_name, values, step) => {
        const { current, hasStopped } = setup({ Status__c: 'Canceled', ...values });

        expect(current).toBe(`c.BackgroundCheck_Step${step}`);
        expect(hasStopped).toBe(true);
    });

    it.each([{}, { Status__c: 'Completed' }, { Status__c: 'Error' }])('is accessible: %p', async (values) => {
        expect(await axeViolations(setup(values).element)).toEqual([]);
    });
});
