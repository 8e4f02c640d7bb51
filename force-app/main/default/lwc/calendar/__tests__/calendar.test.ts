import { addDays, dayOf, daysBetween, endOf, shownDay, today, yearsBefore } from 'c/calendar';

describe('c-calendar', () => {
    afterEach(() => jest.useRealTimers());

    it('takes the day of a moment where the user is', () => {
        // The test preset puts the user in Los Angeles.
        expect(dayOf('2026-11-20T07:59:00.000Z')).toBe('2026-11-19');
        expect(dayOf('2026-11-20T08:00:00.000Z')).toBe('2026-11-20');
    });

    it.each([
        ['in winter', '2026-11-20', '2026-11-21T07:59:59.000Z'],
        ['in summer', '2026-07-01', '2026-07-02T06:59:59.000Z'],
        ['when the clocks go forward', '2026-03-08', '2026-03-09T06:59:59.000Z'],
        ['when the clocks go back', '2026-11-01', '2026-11-02T07:59:59.000Z'],
    ])('ends a day where the user is, %s', (_when, day, end) => {
        expect(endOf(day)).toBe(end);
        expect(dayOf(end)).toBe(day);
    });

    it('knows what day it is', () => {
        jest.useFakeTimers().setSystemTime(new Date('2026-11-20T20:00:00Z'));

        expect(today()).toBe('2026-11-20');
    });

    it.each([
        ['2026-11-20', '2026-11-20', 0],
        ['2026-11-20', '2026-12-01', 11],
        ['2026-12-01', '2026-11-20', -11],
        ['2028-02-28', '2028-03-01', 2],
    ])('counts the days from %s to %s', (from, to, days) => {
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(from, days)).toBe(to);
    });

    it('writes a day in words', () => {
        expect(shownDay('2027-03-12')).toBe('Mar 12, 2027');
    });

    it('goes back by years, on leap days too', () => {
        expect(yearsBefore('2026-11-20', 18)).toBe('2008-11-20');
        expect(yearsBefore('2028-02-29', 1)).toBe('2027-03-01');
    });
});
