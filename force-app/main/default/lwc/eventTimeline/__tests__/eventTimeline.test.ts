import EventTimeline from 'c/eventTimeline';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { deepQuery } from '../../../../../test/deep-query';
import { graphql, settle } from '../../../../../test/wires';

jest.mock('@salesforce/customPermission/Review_Background_Checks', () => ({ default: true }), { virtual: true });

const CHECK_ID = 'a00000000000001AAA';
const APPLIED = {
    Type__c: 'report.completed',
    Source__c: 'Checkr',
    Outcome__c: 'Applied',
    Summary__c: 'Status: In Progress → Completed',
    Occurred_At__c: '2026-11-20T16:00:00Z',
    Received_At__c: '2026-11-20T16:00:02Z',
};
const LATE = { ...APPLIED, Outcome__c: 'Late', Summary__c: null, Reason__c: 'The record shows something newer.' };
const VIEWED = { Type__c: null, Source__c: 'User', Outcome__c: 'Viewed', Viewed_By__r: 'Rui Reviewer' };

function eventsAnswer(events: Record<string, unknown>[], hasNextPage = false): unknown {
    const edges = events.map((values, at) => {
        const fields = Object.entries(values).map(([field, value]) => [
            field,
            field.endsWith('__r') || field === 'CreatedBy' ? { Name: { value } } : { value, displayValue: value },
        ]);
        return { node: { Id: `a0400000000000${at}AAA`, ...Object.fromEntries(fields) } };
    });
    return { uiapi: { query: { Background_Check_Event__c: { edges, pageInfo: { hasNextPage } } } } };
}

function setup() {
    const element = createElement<EventTimeline>('c-event-timeline', { is: EventTimeline });
    element.recordId = CHECK_ID;
    document.body.appendChild(element);
    const find = <T extends Element>(selector: string) => deepQuery<T>(element, selector);
    const texts = (selector: string) =>
        [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent?.trim());
    return {
        element,
        find,
        texts,
        answer: async (events: Record<string, unknown>[], hasNextPage = false) => {
            graphql.emit(eventsAnswer(events, hasNextPage));
            await settle();
        },
    };
}

describe('c-event-timeline', () => {
    afterEach(() => document.body.replaceChildren());

    it('tells what came, from whom, and what it changed or why not', async () => {
        const { answer, texts } = setup();

        await answer([LATE, APPLIED]);

        expect(texts('.title')).toEqual(['Report completed', 'Report completed']);
        expect(texts('.origin')).toEqual(['Checkr · Late', 'Checkr · Applied']);
        expect(texts('.summary')).toEqual(['Status: In Progress → Completed']);
        expect(texts('.reason')).toEqual(['The record shows something newer.']);
        expect(texts('.occurred')).toEqual([]);
    });

    it('tells when something happened that came in later', async () => {
        const { answer, texts } = setup();

        await answer([{ ...APPLIED, Received_At__c: '2026-11-20T17:00:00Z' }]);

        expect(texts('.occurred')).toHaveLength(1);
    });

    it('tells who looked', async () => {
        const { answer, texts } = setup();

        await answer([VIEWED]);

        expect(texts('.title')).toEqual(['c.BackgroundCheck_ResultsViewed']);
        expect(texts('.origin')).toEqual(['Rui Reviewer · Viewed']);
    });

    it('tells who asked for what, and why', async () => {
        const { answer, texts } = setup();
        const asked = { Source__c: 'User', Outcome__c: 'Requested' };

        await answer([
            { ...asked, Type__c: 'Finalize Clear', CreatedBy: 'Rui Reviewer', Summary__c: 'An old fine.' },
            { ...asked, Type__c: 'Order', CreatedBy: 'Rita Requester' },
        ]);

        expect(texts('.title')).toEqual(['Finalize Clear', 'c.BackgroundCheck_Requested']);
        expect(texts('.origin')).toEqual(['Rui Reviewer · Requested', 'Rita Requester · Requested']);
        expect(texts('.summary')).toEqual(['An old fine.']);
    });

    it('folds equal events in a row into one', async () => {
        const { answer, texts } = setup();
        const updated = { ...APPLIED, Type__c: 'report.updated' };

        await answer([updated, { ...updated, Received_At__c: '2026-11-20T15:00:00Z' }, LATE, APPLIED, updated]);

        expect(texts('.title')).toEqual([
            'c.BackgroundCheck_ManyEvents',
            'Report completed',
            'Report completed',
            'Report updated',
        ]);
    });

    it('marks what failed', async () => {
        const { answer, find } = setup();

        await answer([{ ...APPLIED, Outcome__c: 'Failed' }]);

        expect(find('.entry_failed lightning-icon')).not.toBeNull();
    });

    it('shows older events when asked to', async () => {
        const { answer, find } = setup();
        await answer([APPLIED], true);
        expect(graphql.getLastConfig()?.variables).toEqual({ checkId: CHECK_ID, first: 20 });

        find<HTMLElement>('.more')?.click();
        await settle();
        expect(graphql.getLastConfig()?.variables).toEqual({ checkId: CHECK_ID, first: 40 });

        await answer([APPLIED]);
        expect(find('.more')).toBeNull();
    });

    it('says that it is loading, and when nothing has come in', async () => {
        const { answer, find } = setup();
        await settle();
        expect(find('lightning-spinner')).not.toBeNull();

        await answer([]);

        expect(find('.empty')?.textContent).toBe('c.BackgroundCheck_TimelineEmpty');
        expect(find('lightning-spinner')).toBeNull();
    });

    it('shows the error when reading fails', async () => {
        const { answer, find } = setup();
        await answer([APPLIED]);

        graphql.emitErrors([{ message: 'You do not have access.' }]);
        await settle();

        expect(find('.error')?.textContent).toContain('You do not have access.');
        expect(find('.entry')).toBeNull();
    });

    it('is accessible', async () => {
        const { element, answer } = setup();
        await answer([LATE, APPLIED, VIEWED], true);

        expect(await axeViolations(element)).toEqual([]);
    });
});
