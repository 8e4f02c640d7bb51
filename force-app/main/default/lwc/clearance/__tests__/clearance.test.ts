import { checksFromData, type ChecksData } from 'c/checksOfPerson';
import { clearanceOn, replacementOf, standingOf } from 'c/clearance';
import { checksAnswer, PASS } from '../../../../../test/check-answers';

const NOW = '2026-11-20T20:00:00.000Z';
const TODAY = '2026-11-20';
const CLEARED = {
    Id: 'a00000000000001AAA',
    Name: 'BC-000001',
    ...PASS,
    Valid_Until__c: '2027-03-12',
};
const LAPSED = {
    ...CLEARED,
    Cleared__c: false,
    Completed_At__c: '2024-03-12T18:00:00.000Z',
    Found_Clear_At__c: '2024-03-12T18:00:00.000Z',
    Valid_Until__c: '2025-03-12',
};
const OTHER = { Id: 'a00000000000002AAA', Name: 'BC-000002', Status__c: 'Completed', Result__c: 'Consider' };

function adverseAt(moment: string) {
    return { ...OTHER, Completed_At__c: moment, Not_Clear_Since__c: moment };
}

/** In review, disputed or opened again: the org says that it speaks as of now. */
function unsettled(values: Record<string, unknown> = {}) {
    return { ...OTHER, Status__c: 'Review Required', Not_Clear_Since__c: NOW, ...values };
}

const read = (checks: Record<string, unknown>[]) => checksFromData(checksAnswer(...checks) as ChecksData);

/** What the checks say on a day, in whichever order they are given. */
function onDay(day: string, ...checks: Record<string, unknown>[]) {
    const answers = [read(checks), read(checks).reverse()].map((all) => {
        const { isCleared, check, until } = clearanceOn(day, all);
        return { isCleared, by: check?.number, until };
    });
    expect(answers[0]).toEqual(answers[1]);
    return answers[0];
}

/** The standing of the first check among all of them, and the number of the check that replaced it. */
function standing(...checks: Record<string, unknown>[]) {
    const all = read(checks);
    const [first] = all;
    if (!first) throw new Error('no check was given');
    return [standingOf(first, all), replacementOf(first, all)?.number];
}

describe('c-clearance', () => {
    beforeEach(() => jest.useFakeTimers({ now: new Date(NOW) }));

    afterEach(() => jest.useRealTimers());

    it('clears from the day a check was found clear until its last day', () => {
        expect(onDay('2026-03-11', CLEARED)).toEqual({ isCleared: false, by: undefined, until: undefined });
        expect(onDay('2026-03-12', CLEARED)).toEqual({ isCleared: true, by: 'BC-000001', until: '2027-03-12' });
        expect(onDay('2027-03-12', CLEARED)?.isCleared).toBe(true);
        expect(onDay('2027-03-13', CLEARED)).toEqual({ isCleared: false, by: 'BC-000001', until: '2027-03-12' });
    });

    it('clears for good where there is no last day', () => {
        expect(onDay('2099-01-01', { ...CLEARED, Valid_Until__c: null })).toMatchObject({
            isCleared: true,
            until: undefined,
        });
    });

    it('remembers a pass whose validity has ended, for the days it held', () => {
        expect(onDay('2024-06-01', LAPSED)).toEqual({ isCleared: true, by: 'BC-000001', until: '2025-03-12' });
        expect(onDay(TODAY, LAPSED)).toEqual({ isCleared: false, by: 'BC-000001', until: '2025-03-12' });
    });

    it('says no for the days on which the check still waited for a decision', () => {
        const decided = { ...CLEARED, Found_Clear_At__c: '2026-04-20T18:00:00.000Z' };

        expect(onDay('2026-03-15', decided)).toEqual({ isCleared: false, by: 'BC-000001', until: undefined });
        expect(onDay('2026-03-15', decided, LAPSED)?.isCleared).toBe(false);
        expect(onDay('2026-04-20', decided)?.isCleared).toBe(true);
    });

    it('believes the org that a check is no pass', () => {
        const values = { ...CLEARED, Cleared__c: false, Found_Clear_At__c: null };

        expect(onDay(TODAY, { ...values, Not_Clear_Since__c: values.Completed_At__c })?.isCleared).toBe(false);
    });

    it.each([
        ['found something', {}],
        ['is adverse', { Result__c: 'Adverse' }],
    ])('lets a check that %s later replace a pass at once, whichever was asked for first', (_name, values) => {
        const later = { ...adverseAt('2026-05-01T18:00:00.000Z'), ...values };

        expect(onDay(TODAY, CLEARED, later)).toEqual({ isCleared: false, by: 'BC-000002', until: undefined });
        expect(onDay('2026-04-30', CLEARED, later)?.isCleared).toBe(true);
        expect(standing(CLEARED, later)).toEqual(['replaced', 'BC-000002']);
    });

    it('goes by the moment, not by the day', () => {
        expect(onDay(TODAY, CLEARED, adverseAt('2026-03-12T18:00:01.000Z'))?.isCleared).toBe(false);
        expect(onDay(TODAY, CLEARED, adverseAt('2026-03-12T18:00:00.000Z'))?.isCleared).toBe(false);
        expect(onDay(TODAY, CLEARED, adverseAt('2026-03-12T17:59:59.000Z'))?.isCleared).toBe(true);
        expect(standing(CLEARED, adverseAt('2026-03-12T17:59:59.000Z'))).toEqual(['cleared', undefined]);
    });

    it.each([
        ['in review', { Completed_At__c: '2025-03-12T18:00:00.000Z' }],
        ['disputed', { Status__c: 'Disputed', Completed_At__c: '2025-03-12T18:00:00.000Z' }],
        ['in progress with something to consider so far', { Status__c: 'In Progress' }],
    ])('lets an older check that is %s take a pass away until it is settled', (_name, values) => {
        const open = unsettled({ Requested_At__c: '2025-01-01T16:00:00.000Z', ...values });

        expect(onDay(TODAY, CLEARED, open)).toEqual({ isCleared: false, by: 'BC-000002', until: undefined });
        expect(onDay('2026-04-01', CLEARED, open)?.isCleared).toBe(true);
        expect(standing(CLEARED, open)).toEqual(['replaced', 'BC-000002']);
    });

    it('takes what has no day of its own for known since the request: the careful answer', () => {
        const open = unsettled({ Status__c: 'In Progress', Requested_At__c: '2026-10-01T16:00:00.000Z' });

        expect(onDay('2026-10-02', CLEARED, open)?.isCleared).toBe(false);
        expect(onDay('2026-09-30', CLEARED, open)?.isCleared).toBe(true);
    });

    it('keeps a pass while another check is under way and has found nothing', () => {
        const open = { ...OTHER, Status__c: 'In Progress', Result__c: null };

        expect(onDay(TODAY, CLEARED, open)).toMatchObject({ isCleared: true, by: 'BC-000001' });
    });

    it('lets a pass that came back later clear the person again', () => {
        expect(onDay(TODAY, CLEARED, adverseAt('2026-01-01T18:00:00.000Z'))).toMatchObject({ isCleared: true });
    });

    it('names the pass that lasts longest of several', () => {
        const short = {
            ...CLEARED,
            Id: 'a00000000000003AAA',
            Name: 'BC-000003',
            Completed_At__c: '2026-06-01T18:00:00.000Z',
            Found_Clear_At__c: '2026-06-01T18:00:00.000Z',
            Valid_Until__c: '2026-07-01',
        };

        expect(onDay(TODAY, CLEARED, short)).toMatchObject({ isCleared: true, by: 'BC-000001' });
        expect(onDay(TODAY, { ...CLEARED, Valid_Until__c: null }, short)).toMatchObject({ by: 'BC-000001' });
    });

    describe('a continuous check', () => {
        const CONTINUOUS = {
            ...CLEARED,
            Id: 'a00000000000009AAA',
            Name: 'BC-000009',
            Source__c: 'Continuous',
            Cleared__c: false,
            Found_Clear_At__c: '2026-05-01T18:00:00.000Z',
            Completed_At__c: '2026-05-01T18:00:00.000Z',
        };

        it('that found nothing is neither a pass nor its opposite', () => {
            expect(onDay(TODAY, CONTINUOUS)).toEqual({ isCleared: false, by: undefined, until: undefined });
            expect(onDay(TODAY, CONTINUOUS, CLEARED)).toMatchObject({ isCleared: true, by: 'BC-000001' });
            expect(onDay(TODAY, CONTINUOUS, adverseAt('2026-04-01T18:00:00.000Z'))).toMatchObject({
                isCleared: false,
                by: 'BC-000002',
            });
            expect(standing(CONTINUOUS, CLEARED)).toEqual(['nothing new', undefined]);
        });

        it('that found something takes a pass away, until a reviewer has accepted it', () => {
            const accepted = { ...CONTINUOUS, Result__c: 'Consider', Found_Clear_At__c: '2026-06-01T18:00:00.000Z' };
            const open = { ...unsettled(), Source__c: 'Continuous' };

            expect(onDay(TODAY, open, CLEARED)).toMatchObject({ isCleared: false, by: 'BC-000002' });
            expect(onDay('2026-05-15', accepted, CLEARED)).toMatchObject({ isCleared: false, by: 'BC-000009' });
            expect(onDay(TODAY, accepted, CLEARED)).toMatchObject({ isCleared: true, by: 'BC-000001' });
        });
    });

    it('knows what a completed check means, and nothing of others', () => {
        expect(standing(CLEARED)).toEqual(['cleared', undefined]);
        expect(standing(LAPSED)).toEqual(['ended', undefined]);
        expect(standing(LAPSED, unsettled())).toEqual(['ended', undefined]);
        expect(standing(adverseAt('2026-05-01T18:00:00.000Z'), CLEARED)).toEqual(['not cleared', undefined]);
        expect(standing(unsettled(), CLEARED)).toEqual([undefined, undefined]);
    });

    it('knows nothing without checks', () => {
        expect(onDay(TODAY)).toEqual({ isCleared: false, by: undefined, until: undefined });
    });
});
