import ReviewDecision from 'c/reviewDecision';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { deepQuery } from '../../../../../test/deep-query';
import { checksAnswer } from '../../../../../test/check-answers';
import { graphql, openModal, settle, updateRecord } from '../../../../../test/wires';

jest.mock('@salesforce/customPermission/Review_Background_Checks', () => ({ default: true }), { virtual: true });

const CHECK_ID = 'a00000000000001AAA';
const WAITING = { Status__c: 'Review Required', Source_Read_At__c: 1_795_000_000_123 };
const PENDING = {
    ...WAITING,
    Adverse_Action_Status__c: 'Pending',
    Adverse_Action_Post_Notice_At__c: '2026-11-27T12:00:00Z',
    Review_Decision__c: 'Initiate Adverse Action',
    Review_Reason__c: 'Conviction within the last year',
    Reviewed_By__r: 'Rui Reviewer',
};

function setup() {
    const element = createElement<ReviewDecision>('c-review-decision', { is: ReviewDecision });
    element.recordId = CHECK_ID;
    document.body.appendChild(element);
    const find = <T extends Element>(selector: string) => deepQuery<T>(element, selector);
    const refresh = jest.fn().mockResolvedValue(undefined);
    return {
        element,
        find,
        refresh,
        answer: async (values: Record<string, unknown>) => {
            graphql.emit(checksAnswer(values), undefined, refresh);
            await settle();
        },
        click: async (selector: string) => {
            find<HTMLElement>(selector)?.click();
            await settle();
        },
        standing: () => find('.standing')?.textContent,
        buttons: () => ['finalize', 'adverse', 'cancel-adverse'].filter((name) => find(`.${name}`)),
    };
}

describe('c-review-decision', () => {
    beforeEach(() => {
        openModal.mockReset().mockResolvedValue(undefined);
        updateRecord.mockReset().mockResolvedValue({});
    });

    afterEach(() => document.body.replaceChildren());

    it('offers both decisions while the check waits for one', async () => {
        const { answer, standing, buttons, find } = setup();
        await settle();
        expect(find('lightning-spinner')).not.toBeNull();

        await answer(WAITING);

        expect(standing()).toBe('c.BackgroundCheck_DecideNow');
        expect(buttons()).toEqual(['finalize', 'adverse']);
    });

    it.each([
        ['.finalize', 'clear'],
        ['.adverse', 'adverse'],
    ])('%s opens the dialog with the revision on the screen', async (selector, decision) => {
        const { answer, click, refresh } = setup();
        await answer(WAITING);
        openModal.mockResolvedValue('decided');

        await click(selector);

        expect(openModal).toHaveBeenCalledWith(
            expect.objectContaining({
                decision,
                checkId: CHECK_ID,
                checkNumber: 'BC-000001',
                revision: 1_795_000_000_123,
            }),
        );
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('does nothing when the dialog is canceled', async () => {
        const { answer, click, refresh } = setup();
        await answer(WAITING);

        await click('.finalize');

        expect(refresh).not.toHaveBeenCalled();
    });

    it('shows what was decided, by whom and why', async () => {
        const { answer, find } = setup();

        await answer(PENDING);

        expect(find('.decision')?.textContent).toBe('Initiate Adverse Action');
        expect(find('.reason')?.textContent).toBe('Conviction within the last year');
    });

    it.each([
        [{ Requested_Action__c: 'Finalize Clear' }, 'UnderWay', []],
        [{ Review_Decision__c: 'Finalize Clear' }, 'DecisionSent', []],
        [PENDING, 'AdversePendingUntil', ['cancel-adverse']],
        [{ Adverse_Action_Status__c: 'Requested' }, 'AdverseRequested', ['cancel-adverse']],
        [{ Adverse_Action_Status__c: 'Disputed' }, 'AdverseDisputed', ['cancel-adverse']],
        [{ Adverse_Action_Status__c: 'Notice Not Delivered' }, 'AdverseUndelivered', ['cancel-adverse']],
        [{ ...PENDING, Adverse_Action_Status__c: 'Canceled' }, 'AdverseCanceledDecide', ['finalize', 'adverse']],
        [{ Status__c: 'Completed', Adverse_Action_Status__c: 'Canceled' }, 'AdverseCanceled', []],
        [{ Status__c: 'Completed', Adverse_Action_Status__c: 'Complete' }, 'AdverseComplete', []],
        [{ Status__c: 'Completed' }, 'NothingToDecide', []],
    ])('says what became of it, and offers what fits: %p', async (values, words, names) => {
        const { answer, standing, buttons } = setup();

        await answer({ ...WAITING, ...values });

        expect(standing()).toBe(`c.BackgroundCheck_${words}`);
        expect(buttons()).toEqual(names);
    });

    it('shows what the vendor had against a decision, and offers to decide again', async () => {
        const { answer, find, buttons } = setup();

        await answer({
            ...WAITING,
            Error_Retrieve_Report__c: 'Adverse items not found',
            Error_Help__c: 'Decide again.',
        });

        expect(find('.problem')?.textContent).toContain('Adverse items not found');
        expect(find('.problem')?.textContent).toContain('Decide again.');
        expect(buttons()).toEqual(['finalize', 'adverse']);
    });

    it('cancels the adverse action once that was confirmed', async () => {
        const { answer, click } = setup();
        await answer(PENDING);
        openModal.mockResolvedValueOnce(undefined).mockResolvedValueOnce(true);

        await click('.cancel-adverse');
        expect(updateRecord).not.toHaveBeenCalled();

        await click('.cancel-adverse');
        expect(updateRecord).toHaveBeenCalledWith({
            fields: { Id: CHECK_ID, Requested_Action__c: 'Cancel Adverse Action' },
        });
    });

    it.each([
        ['in the words of the org', { body: { message: 'It is too late.' } }, 'It is too late.'],
        [
            'in words of its own when the check left the review meanwhile',
            { body: [{ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY', message: 'insufficient access rights' }] },
            'c.BackgroundCheck_NotInReview',
        ],
    ])('says a refusal %s', async (_how, refusal, words) => {
        updateRecord.mockRejectedValue(refusal);
        openModal.mockResolvedValue(true);
        const { answer, click, find } = setup();
        await answer(PENDING);

        await click('.cancel-adverse');

        expect(find('.error')?.textContent).toBe(words);
    });

    it('shows the error and no button when reading fails', async () => {
        const { answer, buttons, find } = setup();
        await answer(WAITING);

        graphql.emitErrors([{ message: 'You do not have access.' }]);
        await settle();

        expect(find('.error')?.textContent).toContain('You do not have access.');
        expect(buttons()).toEqual([]);
    });

    it.each([WAITING, PENDING])('is accessible: %p', async (values) => {
        const { element, answer } = setup();
        await answer(values);

        expect(await axeViolations(element)).toEqual([]);
    });
});
