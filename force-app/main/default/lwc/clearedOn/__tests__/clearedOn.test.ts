import ClearedOn from 'c/clearedOn';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { deepQuery } from '../../../../../test/deep-query';
import { checksAnswer, PASS } from '../../../../../test/check-answers';
import { getObjectInfo, graphql, settle } from '../../../../../test/wires';

const CONTACT_ID = '003000000000001AAA';
const CLEARED = { ...PASS, Valid_Until__c: '2999-03-12' };
const NO_PASS = { ...CLEARED, Cleared__c: false, Found_Clear_At__c: null };

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

        expect(graphql.getLastConfig()?.variables).toEqual({ ids: [CONTACT_ID] });
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

    it.each([
        ['Review Required', 'c.BackgroundCheck_OnWaits'],
        ['Disputed', 'c.BackgroundCheck_OnUnsettled'],
    ])('says of a check that is %s that it is not settled, and not what it will be', async (Status__c, words) => {
        const { answer, sentence } = setup();

        await answer({ ...NO_PASS, Status__c, Not_Clear_Since__c: new Date().toISOString() });

        expect(sentence()).toBe(words);
    });

    it('says from when on a check counts, for a day on which it still waited for a decision', async () => {
        const { answer, choose, sentence } = setup();
        await answer({ ...CLEARED, Found_Clear_At__c: '2026-04-20T18:00:00.000Z' });

        await choose('2026-03-15');

        expect(sentence()).toBe('c.BackgroundCheck_OnNotYet');
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
        ['no pass', { ...NO_PASS, Not_Clear_Since__c: NO_PASS.Completed_At__c }, 'c.BackgroundCheck_OnNotCleared'],
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
