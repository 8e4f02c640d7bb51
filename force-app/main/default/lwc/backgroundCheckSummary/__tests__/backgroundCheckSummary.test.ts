import BackgroundCheckSummary from 'c/backgroundCheckSummary';
import { checksFromData, type ChecksData } from 'c/checksOfPerson';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { deepQuery } from '../../../../../test/deep-query';
import { checksAnswer, PASS } from '../../../../../test/check-answers';

/** @param others more checks of the same person. */
function setup(values: Record<string, unknown> = {}, ...others: Record<string, unknown>[]) {
    const element = createElement<BackgroundCheckSummary>('c-background-check-summary', { is: BackgroundCheckSummary });
    element.checks = checksFromData(checksAnswer(values, ...others) as ChecksData);
    element.check = element.checks[0];
    document.body.appendChild(element);
    const find = <T extends Element>(selector: string) => deepQuery<T>(element, selector);
    return { element, find };
}

describe('c-background-check-summary', () => {
    beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-20T20:00:00Z') }));

    afterEach(() => {
        document.body.replaceChildren();
        jest.useRealTimers();
    });

    it('shows where the check stands', () => {
        const { find } = setup();

        expect(find('c-check-progress')).not.toBeNull();
        expect(find('c-check-badges')).not.toBeNull();
        expect(find('.status')?.textContent).toBe('Invited');
        expect(find('.package')?.textContent).toBe('Basic');
        expect(find('.requested-by')?.textContent).toBe('Rita Requester');
        expect(find('.estimated-completion')).not.toBeNull();
    });

    it('says in how many days the check is expected where the vendor names no day', () => {
        const values = { Status__c: 'In Progress', Estimated_Completion__c: null, Estimated_Days__c: 4 };
        expect(setup(values).find('.estimated-days')?.textContent).toBe('c.BackgroundCheck_EstimatedDays');
        expect(setup({ ...values, Estimated_Completion__c: '2026-11-27' }).find('.estimated-days')).toBeNull();
        expect(setup({ ...values, Status__c: 'Completed' }).find('.estimated-days')).toBeNull();
    });

    it('says once what the error and the help both say', () => {
        const words = 'The person has no e-mail address.';
        const { element, find } = setup({ Status__c: 'Error', Error_Create_Candidate__c: words, Error_Help__c: words });

        expect(element.shadowRoot?.querySelectorAll('.errors p')).toHaveLength(1);
        expect(find('.help')?.textContent).toBe(words);
    });

    it.each([
        ['in 3 days', '2026-11-23T18:00:00.000Z', 'ExpiresIn'],
        ['tomorrow', '2026-11-21T18:00:00.000Z', 'ExpiresTomorrow'],
        ['today', '2026-11-20T23:00:00.000Z', 'ExpiresToday'],
        ['before, and the vendor has not said so yet', '2026-11-19T18:00:00.000Z', 'ExpiresToday'],
    ])('says when the invitation expires: %s', (_name, Invitation_Expires_At__c, words) => {
        expect(setup({ Invitation_Expires_At__c }).find('.deadline')?.textContent).toContain(
            `c.BackgroundCheck_Invitation${words}`,
        );
    });

    it.each([
        ['2026-11-01T18:00:00.000Z', 'CanceledIn'],
        ['2026-10-22T18:00:00.000Z', 'CanceledTomorrow'],
        ['2026-10-21T18:00:00.000Z', 'CanceledToday'],
    ])('says when a report suspended at %s is canceled', (Suspended_At__c, words) => {
        expect(setup({ Status__c: 'Suspended', Suspended_At__c }).find('.deadline')?.textContent).toContain(
            `c.BackgroundCheck_Suspended${words}`,
        );
    });

    it('names no deadline when there is none', () => {
        const invitation = { Invitation_Expires_At__c: '2026-11-23T18:00:00.000Z' };

        expect(setup().find('.deadline')).toBeNull();
        expect(setup({ Status__c: 'In Progress', ...invitation }).find('.deadline')).toBeNull();
    });

    it("shows the vendor's error and what to do about it", () => {
        const { find } = setup({
            Status__c: 'Error',
            Checkr_Candidate_Id__c: null,
            Checkr_Invitation_Id__c: null,
            Error_Create_Candidate__c: 'SSN is invalid',
            Error_Help__c: 'Correct the number on the Lead.',
        });

        expect(find('.errors p')?.textContent).toBe('SSN is invalid');
        expect(find('.help')?.textContent).toBe('Correct the number on the Lead.');
    });

    it('says why a request waits, though nothing has failed', () => {
        const { element, find } = setup({
            Status__c: 'Requested',
            Checkr_Candidate_Id__c: null,
            Checkr_Invitation_Id__c: null,
            Error_Help__c: 'What was asked for waits and goes on by itself.',
        });

        expect(find('.help')?.textContent).toBe('What was asked for waits and goes on by itself.');
        expect(element.shadowRoot?.querySelector('.slds-text-color_error')).toBeNull();
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

    it('says nothing more of a pass that counts', () => {
        expect(setup(PASS).find('.next')).toBeNull();
    });

    it('says that a pass counts no longer, and because of which check', () => {
        const later = {
            Id: 'a00000000000002AAA',
            Name: 'BC-000002',
            Status__c: 'Completed',
            Not_Clear_Since__c: '2026-04-12T18:00:00.000Z',
        };
        const { find } = setup(PASS, later);

        expect(find('.next')?.textContent).toBe('c.BackgroundCheck_NextReplaced');
        expect(find<Element & { recordId: string }>('.replacement')?.recordId).toBe('a00000000000002AAA');
        expect(find<Element & { standing: string }>('c-check-badges')?.standing).toBe('replaced');
    });

    it.each([
        [
            'a continuous check that found nothing',
            { ...PASS, Cleared__c: false, Source__c: 'Continuous' },
            'NothingNew',
        ],
        ['a check that is no pass', { Status__c: 'Completed', Result__c: 'Consider' }, 'NotCleared'],
    ])('says what %s means', (_name, values, words) => {
        expect(setup(values).find('.next')?.textContent).toBe(`c.BackgroundCheck_Next${words}`);
    });

    it('says when the default package was ordered', () => {
        expect(setup({ Package__r: null }).find('.package')?.textContent).toBe('c.BackgroundCheck_DefaultPackage');
    });

    it.each([
        ['invited', {}],
        ['failed', { Status__c: 'Error', Error_Create_Report__c: 'Zipcode is invalid' }],
        ['cleared', PASS],
    ])('is accessible when %s', async (_name, values) => {
        const { element } = setup(values);
        jest.useRealTimers();

        expect(await axeViolations(element)).toEqual([]);
    });
});
