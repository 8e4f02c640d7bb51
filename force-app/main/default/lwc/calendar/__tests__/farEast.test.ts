import { dayOf, endOf } from 'c/calendar';

jest.mock('@salesforce/i18n/timeZone', () => ({ default: 'Pacific/Auckland' }), { virtual: true });

describe('c-calendar far in the east', () => {
    it('ends the day the user means, where noon in UTC is the next one already', () => {
        expect(endOf('2026-12-01')).toBe('2026-12-01T10:59:59.000Z');
        expect(dayOf(endOf('2026-12-01'))).toBe('2026-12-01');
        expect(dayOf('2026-12-01T12:00:00.000Z')).toBe('2026-12-02');
    });

    it('ends the day before the clocks go forward by the clocks of that day', () => {
        expect(endOf('2026-09-26')).toBe('2026-09-26T11:59:59.000Z');
        expect(endOf('2026-09-27')).toBe('2026-09-27T10:59:59.000Z');
    });
});
