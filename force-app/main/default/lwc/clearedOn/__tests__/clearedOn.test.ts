import ClearedOn from 'c/clearedOn';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { deepQuery } from '../../../../../test/deep-query';
import { checksAnswer } from '../../../../../test/check-answers';
import { getObjectInfo, graphql, settle } from '../../../../../test/wires';

const CONTACT_ID = '003000000000001AAA';
const CLEARED = {
    Status__c: 'Completed',
    Cleared__c: true,
    Completed_At__c: '2026-03-12T18:00:00.000Z',
    Valid_Until__c: '2999-03-12',
};

function setup() {
    const element = createElement<ClearedOn>('c-cleared-on', { is: ClearedOn });
    element.recordId = CONTACT_ID;
    document.body.appendChild(element);
    getObjectInfo.emit({ createable: true });
    const find = <T extends Element>(selector: string) => deepQuery<T>(element, selector);
    return {
        element,
        find,
        answer: async (...checks: Record<string, unknown>[]) => {
            graphql.emit(checksAnswer(...checks));
            await settle();
        },
        choose: async (value: string) => {
            find('lightning-input')?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
            await settle();
        },
        sentence: () => find('.sentence')?.textContent,
    };
}

describe('c-cleared-on', () => {
    afterEach(() => document.body.replaceChildren());

    it('asks for the checks of the person and answers for today', async () => {
        const { answer, sentence, find } = setup();
        await settle();
        expect(find('lightning-spinner')).not.toBeNull();

        await answer(CLEARED);

        expect(graphql.getLastConfig()?.variables).toEqual({ recordId: CONTACT_ID });
        expect(sentence()).toBe('c.BackgroundCheck_OnCleared');
        expect(find('lightning-spinner')).toBeNull();
    });

    it('is not there for who has no access to checks', async () => {
        const { find } = setup();
        getObjectInfo.error({ message: "You don't have access." }, 403);
        await settle();

        expect(find('lightning-card')).toBeNull();
        expect(graphql.getLastConfig()?.variables).toBeUndefined();
    });

    it('says of a check that waits for a decision that it does, and not what it will be', async () => {
        const { answer, sentence } = setup();

        await answer({ ...CLEARED, Status__c: 'Review Required', Cleared__c: false, Result__c: 'Consider' });

        expect(sentence()).toBe('c.BackgroundCheck_OnWaits');
    });

    it('answers for another day, and says by which check', async () => {
        const { answer, choose, sentence, find } = setup();
        await answer(CLEARED);

        await choose('2026-03-11');
        expect(sentence()).toBe('c.BackgroundCheck_OnNothingKnown');
        expect(find('c-record-link')).toBeNull();

        await choose('2999-03-13');
        expect(sentence()).toBe('c.BackgroundCheck_OnLapsed');
        expect(find<Element & { label: string }>('c-record-link')?.label).toBe('BC-000001');
    });

    it.each([
        ['no end', { ...CLEARED, Valid_Until__c: null }, 'c.BackgroundCheck_OnClearedForGood'],
        ['no pass', { ...CLEARED, Cleared__c: false }, 'c.BackgroundCheck_OnNotCleared'],
    ])('finds words for a check with %s', async (_name, values, words) => {
        const { answer, sentence } = setup();

        await answer(values);

        expect(sentence()).toBe(words);
    });

    it('answers nothing for an empty day', async () => {
        const { answer, choose, sentence } = setup();
        await answer(CLEARED);

        await choose('');

        expect(sentence()).toBeUndefined();
    });

    it('shows the error and no old answer when reading fails', async () => {
        const { answer, sentence, find } = setup();
        await answer(CLEARED);

        graphql.emitErrors([{ message: 'You do not have access.' }]);
        await settle();

        expect(find('.error')?.textContent).toContain('You do not have access.');
        expect(sentence()).toBeUndefined();
    });

    it('is accessible', async () => {
        const { element, answer } = setup();
        await answer(CLEARED);

        expect(await axeViolations(element)).toEqual([]);
    });
});
