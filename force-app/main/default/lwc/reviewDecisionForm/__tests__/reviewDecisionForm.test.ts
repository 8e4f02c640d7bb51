import ReviewDecisionForm from 'c/reviewDecisionForm';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { deepQuery } from '../../../../../test/deep-query';
import { graphql, settle, updateRecord } from '../../../../../test/wires';

const CHECK_ID = 'a00000000000001AAA';
const REASON = 'Conviction within the last year';
const CITED = { Id: 'a03000000000001AAA', text: 'Theft, 2025', isCited: true };
const OTHER = { Id: 'a03000000000002AAA', text: 'Trespass, 2024', isCited: false };

function itemsAnswer(items: (typeof CITED)[]): unknown {
    const edges = items.map(({ Id, text, isCited }) => ({
        node: { Id, Text__c: { value: text }, Cite__c: { value: isCited } },
    }));
    return { uiapi: { query: { Background_Check_Adverse_Item__c: { edges } } } };
}

async function setup(decision: 'clear' | 'adverse', items: (typeof CITED)[] | null = [CITED, OTHER]) {
    const element = createElement<ReviewDecisionForm>('c-review-decision-form', { is: ReviewDecisionForm });
    Object.assign(element, { decision, checkId: CHECK_ID, checkNumber: 'BC-000001', revision: 17 });
    const closed: unknown[] = [];
    element.addEventListener('close', (event) => closed.push((event as CustomEvent<unknown>).detail));
    document.body.appendChild(element);
    if (decision === 'adverse' && items) graphql.emit(itemsAnswer(items));
    await settle();
    const find = <T extends Element>(selector: string) => deepQuery<T>(element, selector);
    return {
        element,
        find,
        closed,
        fill: async (selector: string, value: unknown) => {
            find(selector)?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
            await settle();
        },
        confirm: async () => {
            find<HTMLElement>('.confirm')?.click();
            await settle();
        },
        isConfirmDisabled: () => find<HTMLButtonElement>('.confirm')?.disabled,
    };
}

describe('c-review-decision-form', () => {
    beforeEach(() => {
        updateRecord.mockReset().mockResolvedValue({});
        jest.useFakeTimers({ now: new Date('2026-11-20T20:00:00Z'), doNotFake: ['queueMicrotask', 'nextTick'] });
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.useRealTimers();
    });

    it('finalizes as clear with the reason and the revision that was seen', async () => {
        const { fill, confirm, closed } = await setup('clear');
        await fill('.reason', `  ${REASON} `);

        await confirm();

        expect(updateRecord.mock.calls).toEqual([
            [
                {
                    fields: {
                        Id: CHECK_ID,
                        Review_Decision__c: 'Finalize Clear',
                        Review_Reason__c: REASON,
                        Reviewed_Revision__c: 17,
                        Requested_Action__c: 'Finalize Clear',
                    },
                },
            ],
        ]);
        expect(closed).toEqual(['decided']);
    });

    it('asks neither for items nor for a date to finalize as clear', async () => {
        const { find } = await setup('clear');

        expect(find('.items')).toBeNull();
        expect(find('.notice-day')).toBeNull();
    });

    it.each(['', 'too short', '   short    '])('wants a reason of ten characters: %p is none', async (reason) => {
        const { fill, isConfirmDisabled, confirm } = await setup('clear');

        await fill('.reason', reason);
        await confirm();

        expect(isConfirmDisabled()).toBe(true);
        expect(updateRecord).not.toHaveBeenCalled();
    });

    it('starts an adverse action with the items to cite, which are saved first, and the day of the notice', async () => {
        const { fill, confirm } = await setup('adverse');
        await fill('.items', [OTHER.Id]);
        await fill('.notice-day', '2026-12-01');
        await fill('.reason', REASON);

        await confirm();

        expect(updateRecord.mock.calls.map(([input]) => input.fields)).toEqual([
            { Id: CITED.Id, Cite__c: false },
            { Id: OTHER.Id, Cite__c: true },
            {
                Id: CHECK_ID,
                Review_Decision__c: 'Initiate Adverse Action',
                Review_Reason__c: REASON,
                Reviewed_Revision__c: 17,
                Requested_Action__c: 'Initiate Adverse Action',
                Adverse_Action_Post_Notice_At__c: '2026-12-02T07:59:59.000Z',
            },
        ]);
    });

    it('wants an item to cite and a week until the second notice', async () => {
        const { find, fill, isConfirmDisabled } = await setup('adverse');
        await fill('.reason', REASON);
        expect(find<Element & { value: string }>('.notice-day')?.value).toBe('2026-11-27');
        expect(isConfirmDisabled()).toBe(false);

        await fill('.items', []);
        expect(isConfirmDisabled()).toBe(true);

        await fill('.items', [OTHER.Id]);
        await fill('.notice-day', '2026-11-26');
        expect(isConfirmDisabled()).toBe(true);
    });

    it('waits seven whole days for the second notice, also where somebody decides late in the evening', async () => {
        jest.setSystemTime(new Date('2026-11-21T07:30:00Z'));
        const { fill, confirm } = await setup('adverse');
        await fill('.reason', REASON);

        await confirm();

        const sent = updateRecord.mock.calls.at(-1)?.[0].fields.Adverse_Action_Post_Notice_At__c as string;
        expect(Date.parse(sent) - Date.now()).toBeGreaterThanOrEqual(7 * 86_400_000);
        expect(sent).toBe('2026-11-28T07:59:59.000Z');
    });

    it('says when the vendor named no items, and can still start the adverse action', async () => {
        const { find, fill, isConfirmDisabled } = await setup('adverse', []);
        await fill('.reason', REASON);

        expect(find('.no-items')?.textContent).toBe('c.BackgroundCheck_NoItems');
        expect(isConfirmDisabled()).toBe(false);
    });

    it('says that the items are being read, and lets nothing be decided meanwhile', async () => {
        const { find, isConfirmDisabled } = await setup('adverse', null);

        expect(find('lightning-spinner')).not.toBeNull();
        expect(isConfirmDisabled()).toBe(true);
    });

    it('cannot decide without having seen the items', async () => {
        const { find, fill, isConfirmDisabled } = await setup('adverse');

        graphql.emitErrors([{ message: 'You do not have access.' }]);
        await fill('.reason', REASON);

        expect(find('.error')?.textContent).toContain('You do not have access.');
        expect(isConfirmDisabled()).toBe(true);
    });

    it('stays open with the words of the org when the decision is refused', async () => {
        updateRecord.mockRejectedValue({ body: { message: 'Somebody has decided already.' } });
        const { find, fill, confirm, closed, isConfirmDisabled } = await setup('clear');
        await fill('.reason', REASON);

        await confirm();

        expect(find('.error')?.textContent).toBe('Somebody has decided already.');
        expect(closed).toEqual([]);
        expect(isConfirmDisabled()).toBe(false);
    });

    it('says so when the check left the review meanwhile', async () => {
        updateRecord.mockRejectedValue({ body: [{ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY', message: 'no' }] });
        const { find, fill, confirm } = await setup('clear');
        await fill('.reason', REASON);

        await confirm();

        expect(find('.error')?.textContent).toBe('c.BackgroundCheck_NotInReview');
    });

    it('closes with nothing when canceled', async () => {
        const { find, closed } = await setup('adverse');

        find<HTMLElement>('.cancel')?.click();

        expect(closed).toEqual([null]);
        expect(updateRecord).not.toHaveBeenCalled();
    });

    it.each(['clear', 'adverse'] as const)('is accessible: %s', async (decision) => {
        const { element } = await setup(decision);
        jest.useRealTimers();

        expect(await axeViolations(element)).toEqual([]);
    });
});
