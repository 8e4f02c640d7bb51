import { filledLabel } from 'c/filledLabel';

describe('c-filled-label', () => {
    it.each([
        ['In {0} days ({1})', [3, 'Monday'], 'In 3 days (Monday)'],
        ['{1} before {0}', ['a', 'b'], 'b before a'],
        ['No place', ['a'], 'No place'],
        ['{0} and {1}', ['a'], 'a and {1}'],
        ['{0}', ['$&'], '$&'],
    ])('fills %s', (label, values, text) => {
        expect(filledLabel(label, ...values)).toBe(text);
    });
});
