import ReviewQueue from 'c/reviewQueue';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { deepQuery } from '../../../../../test/deep-query';
import { checksAnswer } from '../../../../../test/check-answers';
import { graphql, settle } from '../../../../../test/wires';

jest.mock('@salesforce/customPermission/Review_Background_Checks', () => ({ default: true }), { virtual: true });

const NOW = '2026-11-20T20:00:00Z';
const ADA = {
    Id: 'a00000000000001AAA',
    Name: 'BC-000001',
    Status__c: 'Review Required',
    Contact__r: 'Ada Example',
    Result__c: 'Consider',
    Completed_At__c: '2026-11-20T18:00:00Z',
};
const BEN = {
    Id: 'a00000000000002AAA',
    Name: 'BC-000002',
    Status__c: 'Review Required',
    Lead__r: 'Ben Example',
    Result__c: 'Clear',
    Includes_Canceled__c: true,
    Completed_At__c: '2026-11-15T18:00:00Z',
};

function setup() {
    const element = createElement<ReviewQueue>('c-review-queue', { is: ReviewQueue });
    document.body.appendChild(element);
    const find = <T extends Element>(selector: string) => deepQuery<T>(element, selector);
    const texts = (selector: string) =>
        [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent);
    return {
        element,
        find,
        texts,
        answer: async (...checks: Record<string, unknown>[]) => {
            graphql.emit(checksAnswer(...checks));
            await settle();
        },
        filter: async (selector: string, value: string) => {
            find(selector)?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
            await settle();
        },
        numbers: () =>
            [...(element.shadowRoot?.querySelectorAll<Element & { label: string }>('c-record-link') ?? [])].map(
                ({ label }) => label,
            ),
    };
}

describe('c-review-queue', () => {
    beforeEach(() => jest.useFakeTimers({ now: new Date(NOW), doNotFake: ['queueMicrotask', 'nextTick'] }));

    afterEach(() => {
        document.body.replaceChildren();
        jest.useRealTimers();
    });

    it('lists what waits, the longest first, with reason, age and a link', async () => {
        const { answer, texts, numbers, find } = setup();

        await answer(ADA, BEN);

        expect(numbers()).toEqual(['BC-000002', 'BC-000001']);
        expect(texts('td:nth-child(2)')).toEqual(['Ben Example', 'Ada Example']);
        expect(texts('.row-reason')).toEqual(['c.BackgroundCheck_WaitsCanceled', 'c.BackgroundCheck_WaitsConsider']);
        expect(texts('td:nth-child(6) span')).toEqual(['c.BackgroundCheck_ManyDays', 'c.BackgroundCheck_SinceToday']);
        expect(find('lightning-spinner')).toBeNull();
    });

    it.each([
        [{ Adverse_Action_Status__c: 'Pending' }, 'Adverse'],
        [{ Adverse_Action_Status__c: 'Disputed' }, 'Disputed'],
        [{ Adverse_Action_Status__c: 'Notice Not Delivered' }, 'Undelivered'],
        [{ Adverse_Action_Status__c: 'Canceled' }, 'Consider'],
        [{ Adjudication__c: 'Pre-Adverse Action' }, 'Adverse'],
        [{ Result__c: 'Clear', Assessment__c: 'Escalated' }, 'Assessment'],
        [{ Result__c: null }, 'Other'],
    ])('knows why a check waits: %p', async (values, reason) => {
        const { answer, texts } = setup();

        await answer({ ...ADA, ...values });

        expect(texts('.row-reason')).toEqual([`c.BackgroundCheck_Waits${reason}`]);
    });

    it.each([
        ['.text', 'ada', ['BC-000001']],
        ['.text', '000002', ['BC-000002']],
        ['.reason', 'canceled', ['BC-000002']],
        ['.age', '3', ['BC-000002']],
    ])('filters by %s: %s', async (selector, value, left) => {
        const { answer, filter, numbers } = setup();
        await answer(ADA, BEN);

        await filter(selector, value);

        expect(numbers()).toEqual(left);
    });

    it('says when no review matches', async () => {
        const { answer, filter, find } = setup();
        await answer(ADA, BEN);

        await filter('.text', 'nobody');

        expect(find('.none-found')).not.toBeNull();
        expect(find('table')).toBeNull();
    });

    it('says when nothing waits', async () => {
        const { answer, find } = setup();

        await answer();

        expect(find('.empty')?.textContent).toBe('c.BackgroundCheck_QueueEmpty');
        expect(find('.text')).toBeNull();
    });

    it('shows the error and no old list when reading fails', async () => {
        const { answer, find } = setup();
        await answer(ADA);

        graphql.emitErrors([{ message: 'You do not have access.' }]);
        await settle();

        expect(find('.error')?.textContent).toContain('You do not have access.');
        expect(find('table')).toBeNull();
    });

    it('is accessible', async () => {
        const { element, answer } = setup();
        await answer(ADA, BEN);
        jest.useRealTimers();

        expect(await axeViolations(element)).toEqual([]);
    });
});
