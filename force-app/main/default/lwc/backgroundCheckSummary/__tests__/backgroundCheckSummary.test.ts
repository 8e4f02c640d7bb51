import BackgroundCheckSummary from 'c/backgroundCheckSummary';
import { checksFromData, type ChecksData } from 'c/checksOfPerson';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { checksAnswer } from '../../../../../test/check-answers';

type Badge = Element & { label: string };

function setup(values: Record<string, unknown> = {}) {
    const element = createElement<BackgroundCheckSummary>('c-background-check-summary', { is: BackgroundCheckSummary });
    element.check = checksFromData(checksAnswer(values) as ChecksData)[0];
    document.body.appendChild(element);
    const find = <T extends Element>(selector: string) => element.shadowRoot?.querySelector<T>(selector);
    const badges = [...(element.shadowRoot?.querySelectorAll<Badge>('lightning-badge') ?? [])];
    return {
        element,
        find,
        badges: badges.map(({ label }) => label),
        passes: badges.filter((badge) => badge.classList.contains('slds-theme_success')),
        progress: find<Element & { currentStep: string; hasError: boolean }>('lightning-progress-indicator'),
    };
}

const NO_PASS: [string, Record<string, unknown>][] = [
    ['in progress with a clear result so far', { Status__c: 'In Progress', Result__c: 'Clear' }],
    ['clear, but under review', { Status__c: 'Review Required', Result__c: 'Clear', Assessment__c: 'Eligible' }],
    ['completed and clear, but not cleared', { Status__c: 'Completed', Result__c: 'Clear' }],
    ['completed as adverse', { Status__c: 'Completed', Result__c: 'Adverse' }],
    ['engaged, but not completed', { Status__c: 'In Progress', Adjudication__c: 'Engaged' }],
];

describe('c-background-check-summary', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows where the check stands', () => {
        const { find, progress } = setup();

        expect(progress?.currentStep).toBe('Invited');
        expect(progress?.hasError).toBe(false);
        expect(find('.status')?.textContent).toBe('Invited');
        expect(find('.package')?.textContent).toBe('Basic');
        expect(find('.requested-by')?.textContent).toBe('Rita Requester');
        expect(find('.estimated-completion')).not.toBeNull();
    });

    it('shows a cleared check as a pass, in words', () => {
        const { badges, passes } = setup({ Status__c: 'Completed', Result__c: 'Clear', Cleared__c: true });

        expect(passes).toHaveLength(1);
        expect(badges).toEqual(['c.BackgroundCheck_Cleared', 'c.BackgroundCheck_Result: Clear']);
    });

    it.each(NO_PASS)('shows no pass when the check is %s', (_name, values) => {
        const { badges, passes } = setup(values);

        expect(passes).toEqual([]);
        expect(badges.filter((words) => /_Cleared|Clear$|Eligible|Engaged/.test(words))).toEqual([]);
    });

    it('asks for a review in words', () => {
        const { badges } = setup({ Status__c: 'Review Required', Result__c: 'Consider' });

        expect(badges).toEqual(['Review Required', 'c.BackgroundCheck_Result: Consider']);
    });

    it("shows the vendor's error and what to do about it", () => {
        const { find, progress } = setup({
            Status__c: 'Error',
            Checkr_Candidate_Id__c: null,
            Checkr_Invitation_Id__c: null,
            Error_Create_Candidate__c: 'SSN is invalid',
            Error_Help__c: 'Correct the number on the Lead.',
        });

        expect(find('.errors p')?.textContent).toBe('SSN is invalid');
        expect(find('.help')?.textContent).toBe('Correct the number on the Lead.');
        expect(progress?.currentStep).toBe('Requested');
        expect(progress?.hasError).toBe(true);
    });

    it.each([
        ['a report was begun', { Checkr_Report_Id__c: 'report-1' }, 'In Progress'],
        ['the applicant was invited', {}, 'Invited'],
        ['a candidate was created', { Checkr_Invitation_Id__c: null }, 'Candidate Created'],
    ])('a canceled check stands where it stopped: %s', (_name, values, step) => {
        expect(setup({ Status__c: 'Canceled', ...values }).progress?.currentStep).toBe(step);
    });

    it("links the applicant's form only while invited", () => {
        expect(setup().find<Element & { value: string }>('.invitation')?.value).toBe(
            'https://apply.example.com/invite/1',
        );
        expect(setup({ Status__c: 'In Progress' }).find('.invitation')).toBeNull();
    });

    it('links the report once there is one', () => {
        expect(setup().find('.report')).toBeNull();
        expect(setup({ Report_URL__c: 'https://dashboard.example.com/reports/1' }).find('.report')).not.toBeNull();
    });

    it('says when the default package was ordered', () => {
        expect(setup({ Package__r: null }).find('.package')?.textContent).toBe('c.BackgroundCheck_DefaultPackage');
    });

    it.each([
        ['invited', {}],
        ['failed', { Status__c: 'Error', Error_Create_Report__c: 'Zipcode is invalid' }],
        ['cleared', { Status__c: 'Completed', Cleared__c: true }],
    ])('is accessible when %s', async (_name, values) => {
        expect(await axeViolations(setup(values).element)).toEqual([]);
    });
});
