import CheckActions from 'c/checkActions';
import { checksFromData, type ChecksData } from 'c/checksOfPerson';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { deepQuery } from '../../../../../test/deep-query';
import { checksAnswer } from '../../../../../test/check-answers';
import { getRecord, openModal, settle, updateRecord } from '../../../../../test/wires';

jest.mock('@salesforce/label/c.BackgroundCheck_CancelQuestion', () => ({ default: 'Cancel {0}?' }), { virtual: true });

const CHECK_ID = 'a00000000000001AAA';
const ERROR = {
    Status__c: 'Error',
    Lead__c: '00Q000000000001AAA',
    Error_Create_Candidate__c: 'Zipcode is invalid',
    Error_Help__c: 'Correct the postal code on the Lead or Contact, then resume the check.',
};

function setup(values: Record<string, unknown> = {}) {
    const element = createElement<CheckActions>('c-check-actions', { is: CheckActions });
    element.check = checksFromData(checksAnswer(values) as ChecksData)[0];
    const acted = jest.fn();
    element.addEventListener('acted', acted);
    document.body.appendChild(element);
    const find = <T extends Element>(selector: string) => deepQuery<T>(element, selector);
    const buttons = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-name]') ?? [])];
    return {
        element,
        acted,
        find,
        names: buttons.map(({ dataset }) => dataset.name),
        click: async (selector: string) => {
            find<HTMLElement>(selector)?.click();
            await settle();
        },
    };
}

describe('c-check-actions', () => {
    beforeEach(() => {
        updateRecord.mockReset().mockResolvedValue({});
        openModal.mockReset().mockResolvedValue(true);
    });

    afterEach(() => document.body.replaceChildren());

    it.each([
        ['Requested', ['cancel']],
        ['Candidate Created', ['cancel']],
        ['Invited', ['resend', 'cancel']],
        ['In Progress', []],
        ['Review Required', []],
        ['Error', ['cancel']],
        ['Completed', []],
        ['Canceled', []],
    ])('offers what fits a check that is %s', (Status__c, names) => {
        expect(setup({ Status__c }).names).toEqual(names);
    });

    it('asks for the invitation to be sent again, without a question', async () => {
        const { acted, click } = setup();

        await click('[data-name="resend"]');

        expect(openModal).not.toHaveBeenCalled();
        expect(updateRecord).toHaveBeenCalledWith({
            fields: { Id: CHECK_ID, Requested_Action__c: 'Resend Invitation' },
        });
        expect(acted).toHaveBeenCalledTimes(1);
    });

    it('cancels once that was confirmed', async () => {
        const { click } = setup();
        openModal.mockResolvedValueOnce(undefined);

        await click('[data-name="cancel"]');
        expect(updateRecord).not.toHaveBeenCalled();

        await click('[data-name="cancel"]');
        expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: CHECK_ID, Requested_Action__c: 'Cancel' } });
    });

    it('names check and person before it cancels', async () => {
        const { click } = setup({ Lead__c: '00Q000000000001AAA' });
        getRecord.emit({ id: '00Q000000000001AAA', apiName: 'Lead', fields: { Name: { value: 'Ada Sample' } } });
        await settle();

        await click('[data-name="cancel"]');

        expect(openModal).toHaveBeenCalledWith(expect.objectContaining({ question: 'Cancel BC-000001 (Ada Sample)?' }));
    });

    it('offers nothing while the vendor was not told yet, and says what is under way', () => {
        const { names, find } = setup({ Requested_Action__c: 'Cancel' });

        expect(names).toEqual([]);
        expect(find('.under-way')?.textContent).toContain('c.BackgroundCheck_UnderWay');
    });

    it('leaves the order itself to the progress', () => {
        expect(setup({ Status__c: 'Requested', Requested_Action__c: 'Order' }).find('.under-way')).toBeNull();
    });

    it('leads from an error to the person to be mended, and resumes the same check', async () => {
        const { element, find, click } = setup(ERROR);
        const toasts: unknown[] = [];
        element.addEventListener('lightning__showtoast', (event) => toasts.push((event as CustomEvent).detail));
        expect(find('.mend')).not.toBeNull();

        await click('.resume-button');

        expect(toasts).toEqual([expect.objectContaining({ variant: 'info' })]);

        expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: CHECK_ID, Requested_Action__c: 'Resume' } });
    });

    it.each([
        ['the package', 'Checkr no longer offers this package. Request a new check with another package.'],
        ['the connection', 'Ask your administrator to set CHECKR_ADD_ONS.'],
        ['something nobody explained', null],
    ])('does not lead to the person when the error is of %s, and says whom to ask', (_what, Error_Help__c) => {
        const { find } = setup({ ...ERROR, Error_Help__c });

        expect(find('.mend')).toBeNull();
        expect(find('.mend-step')?.textContent).toBe('c.BackgroundCheck_FixStepElsewhere');
        expect(find('.resume-button')).not.toBeNull();
    });

    it('says when the name of the person cannot be read, where a question would name it', async () => {
        const { find } = setup({ Lead__c: '00Q000000000001AAA' });

        getRecord.error({ message: 'No access.' });
        await settle();

        expect(find('.error')?.textContent).toBe('c.BackgroundCheck_NameUnreadNo access.');
    });

    it('does not offer to resume what is already being resumed', () => {
        expect(setup({ ...ERROR, Requested_Action__c: 'Resume' }).find('.resume')).toBeNull();
    });

    it.each(['In Progress', 'Suspended', 'Review Required', 'Completed'])(
        'offers to upgrade the report of a check that is %s, and says when that was asked for',
        async (Status__c) => {
            const { acted, click } = setup({ Status__c, Checkr_Report_Id__c: 'report-1', Package__c: 'a01' });

            await click('.upgrade');

            expect(openModal).toHaveBeenCalledWith(expect.objectContaining({ checkId: CHECK_ID, packageId: 'a01' }));
            expect(acted).toHaveBeenCalledTimes(1);
        },
    );

    it.each([
        ['there is no report', { Status__c: 'Completed' }],
        ['the check is disputed', { Status__c: 'Disputed', Checkr_Report_Id__c: 'report-1' }],
        [
            'something else is under way',
            { Status__c: 'Completed', Checkr_Report_Id__c: 'r', Requested_Action__c: 'Upgrade' },
        ],
    ])('offers no upgrade while %s', (_why, values) => {
        expect(setup(values).find('.upgrade')).toBeNull();
    });

    it('says nothing about an upgrade that was not confirmed', async () => {
        openModal.mockResolvedValueOnce(undefined);
        const { acted, click } = setup({ Status__c: 'Completed', Checkr_Report_Id__c: 'report-1' });

        await click('.upgrade');

        expect(acted).not.toHaveBeenCalled();
    });

    it('shows the words of the org when it refuses', async () => {
        updateRecord.mockRejectedValue({ body: { message: 'You cannot change this check.' } });
        const { acted, find, click } = setup();

        await click('[data-name="resend"]');

        expect(find('.error')?.textContent).toBe('You cannot change this check.');
        expect(acted).not.toHaveBeenCalled();
    });

    it.each([
        ['a refusal has none', {}, 'c.BackgroundCheck_ActionFailed'],
        [
            'a colleague requested the check',
            { body: [{ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY', message: 'insufficient access rights' }] },
            'c.BackgroundCheck_NotYours',
        ],
    ])('finds words of its own when %s', async (_why, refusal, words) => {
        updateRecord.mockRejectedValue(refusal);
        const { find, click } = setup();

        await click('[data-name="resend"]');

        expect(find('.error')?.textContent).toBe(words);
    });

    it.each([{}, ERROR, { Requested_Action__c: 'Cancel' }])('is accessible: %p', async (values) => {
        expect(await axeViolations(setup(values).element)).toEqual([]);
    });
});
