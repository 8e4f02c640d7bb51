import BackgroundCheckResults from 'c/backgroundCheckResults';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { deepQuery } from '../../../../../test/deep-query';
import { PASS } from '../../../../../test/check-answers';
import { resultsAnswer } from '../../../../../test/screening-answers';
import { createRecord, graphql, settle } from '../../../../../test/wires';

const CHECK_ID = 'a00000000000001AAA';
const CONSIDER = {
    Status__c: 'Review Required',
    Result__c: 'Consider',
    Result_Summary__c: '1 of 2 screenings has something to consider.',
    Report_URL__c: 'https://dashboard.example.com/reports/1',
};
const DECIDED = { ...CONSIDER, ...PASS };
const CANCELED = { Id: 'a02000000000002AAA', Type__c: 'ssn_trace', Status__c: 'Canceled', Result__c: null };

function setup(isInside = false) {
    const element = createElement<BackgroundCheckResults>('c-background-check-results', { is: BackgroundCheckResults });
    Object.assign(element, { recordId: CHECK_ID, isInside });
    document.body.appendChild(element);
    const find = <T extends Element>(selector: string) => deepQuery<T>(element, selector);
    return {
        element,
        find,
        answer: async (check: Record<string, unknown>, ...screenings: Record<string, unknown>[]) => {
            graphql.emit(resultsAnswer(check, ...screenings));
            await settle();
        },
        screenings: () => element.shadowRoot?.querySelectorAll('c-screening-item') ?? [],
    };
}

describe('c-background-check-results', () => {
    beforeEach(() => createRecord.mockReset().mockResolvedValue({}));

    afterEach(() => document.body.replaceChildren());

    it('asks for the results of the check on the page', async () => {
        const { find } = setup();
        await settle();

        expect(graphql.getLastConfig()?.variables).toEqual({ checkId: CHECK_ID });
        expect(find('lightning-spinner')).not.toBeNull();
    });

    it('shows outcome, summary, screenings and the way to the report', async () => {
        const { find, answer, screenings } = setup();

        await answer(CONSIDER, { Result__c: 'Consider' }, { Id: 'a02000000000002AAA', Type__c: 'ssn_trace' });

        expect(find<Element & { check: { number: string } }>('c-check-badges')?.check).toBeDefined();
        expect(find('.summary')?.textContent).toBe('1 of 2 screenings has something to consider.');
        expect(screenings()).toHaveLength(2);
        expect(find<Element & { value: string }>('.report')?.value).toBe('https://dashboard.example.com/reports/1');
        expect(find('.completeness')).toBeNull();
    });

    it.each([
        ['screenings were canceled', [CONSIDER, {}, CANCELED], 'ScreeningsCanceled'],
        ['screenings were canceled and that was decided on', [DECIDED, {}, CANCELED], 'ScreeningsCanceledDecided'],
        ['screenings were canceled that are not listed', [{ ...CONSIDER, Includes_Canceled__c: true }], 'SomeCanceled'],
        [
            'some are still pending',
            [{ Status__c: 'In Progress' }, {}, { ...CANCELED, Status__c: 'Pending' }],
            'PartialResults',
        ],
        ['the report was canceled', [{ Status__c: 'Canceled' }, CANCELED], 'ReportCanceled'],
    ])('says when %s', async (_name, [check = {}, ...screenings], words) => {
        const { find, answer } = setup();

        await answer(check, ...screenings);

        expect(find('.completeness')?.textContent).toBe(`c.BackgroundCheck_${words}`);
    });

    it.each([
        ['a pass, which another check may have taken away', PASS, undefined],
        ['no pass', { ...PASS, Cleared__c: false, Found_Clear_At__c: null }, 'not cleared'],
        [
            'a continuous check that found nothing',
            { ...PASS, Cleared__c: false, Source__c: 'Continuous' },
            'nothing new',
        ],
    ])('says no more of %s than the check alone does', async (_name, check, standing) => {
        const { find, answer } = setup();

        await answer(check, {});

        expect(find<Element & { standing: unknown }>('c-check-badges')?.standing).toBe(standing);
    });

    it('says when nothing has come back, and notes no view of it', async () => {
        const { find, answer } = setup();

        await answer({ Status__c: 'Invited' });

        expect(find('.empty')?.textContent).toBe('c.BackgroundCheck_NoResults');
        expect(createRecord).not.toHaveBeenCalled();
    });

    it('notes once that the results were looked at', async () => {
        const { answer } = setup();

        await answer(CONSIDER, {});
        await answer(CONSIDER, {});

        expect(createRecord.mock.calls).toEqual([
            [
                {
                    apiName: 'Background_Check_Event__c',
                    fields: { Background_Check__c: CHECK_ID, Outcome__c: 'Viewed' },
                },
            ],
        ]);
    });

    it('takes it for noted when the org knows of a view today', async () => {
        createRecord.mockRejectedValue({ body: { output: { errors: [{ errorCode: 'DUPLICATE_VALUE' }] } } });
        const { find, answer } = setup();

        await answer(CONSIDER, {});

        expect(find('.error')).toBeNull();
    });

    it('tells when the view could not be noted, and shows the results', async () => {
        createRecord.mockRejectedValue({ body: { message: 'You cannot create events.' } });
        const { find, answer } = setup();

        await answer(CONSIDER, {});

        expect(find('.error')?.textContent).toContain('You cannot create events.');
        expect(find('.summary')).not.toBeNull();
    });

    it('shows the error and no old results when reading fails', async () => {
        const { find, answer } = setup();
        await answer(CONSIDER, {});

        graphql.emitErrors([{ message: 'You do not have access.' }]);
        await settle();

        expect(find('.error')?.textContent).toContain('You do not have access.');
        expect(find('.summary')).toBeNull();
    });

    it('has a title and the link only outside of another card, and the badges of the result in both', async () => {
        const { answer, find } = setup(true);
        await answer({ ...CONSIDER, Completed_At__c: '2026-11-20T16:00:00Z' }, {});

        expect(find('h2')).toBeNull();
        expect(find('lightning-formatted-date-time')).toBeNull();
        expect(find('c-check-badges')).not.toBeNull();
        expect(find('.report')).toBeNull();
        expect(find('.summary')).not.toBeNull();
        expect(setup().find('h2')?.textContent).toBe('c.BackgroundCheck_ResultsTitle');
    });

    it('is accessible', async () => {
        const { element, answer } = setup();
        await answer(CONSIDER, {}, CANCELED);

        expect(await axeViolations(element)).toEqual([]);
    });
});
