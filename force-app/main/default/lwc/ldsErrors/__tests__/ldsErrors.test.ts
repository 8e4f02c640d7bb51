import { hasErrorCode, ldsErrors, refusalOf } from 'c/ldsErrors';

const CASES: [string, unknown, string[]][] = [
    ['a text', 'It failed.', ['It failed.']],
    ['a JavaScript error', new Error('It failed.'), ['It failed.']],
    ['several GraphQL errors', [{ message: 'One.' }, { message: 'Two.' }], ['One.', 'Two.']],
    ['a UI API read error', { status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'Gone.' }] }, ['Gone.']],
    ['a single body', { body: { message: 'Not allowed.' } }, ['Not allowed.']],
    [
        'a refused rule inside a general error',
        {
            body: {
                message: 'An error occurred while trying to update the record.',
                output: { errors: [{ message: 'Choose the Lead.' }], fieldErrors: {} },
            },
        },
        ['Choose the Lead.'],
    ],
    [
        'a refused field inside a general error',
        { body: { message: 'General.', output: { errors: [], fieldErrors: { Slug__c: [{ message: 'Too long.' }] } } } },
        ['Too long.'],
    ],
    ['a page error', { body: { pageErrors: [{ message: 'Locked.' }], fieldErrors: {} } }, ['Locked.']],
    ['a network failure', { ok: false, statusText: 'Service Unavailable' }, ['Service Unavailable']],
    ['the same sentence twice', [{ message: 'Again.' }, { message: 'Again.' }], ['Again.']],
    ['nothing', undefined, []],
    ['null', null, []],
    ['an empty error', { body: {} }, []],
];

describe('c-lds-errors', () => {
    it.each(CASES)('reads %s', (_name, error, sentences) => {
        expect(ldsErrors(error)).toEqual(sentences);
    });

    it.each([
        [{ body: { output: { errors: [{ errorCode: 'DUPLICATE_VALUE', message: 'Again.' }] } } }, true],
        [{ body: [{ errorCode: 'DUPLICATE_VALUE' }] }, true],
        [{ body: { message: 'DUPLICATE_VALUE' } }, false],
        [undefined, false],
    ])('finds a code wherever it is nested: %p', (error, isFound) => {
        expect(hasErrorCode(error, 'DUPLICATE_VALUE')).toBe(isFound);
    });

    it.each([
        ['in the words of the org', { body: { message: 'It is too late.' } }, 'It is too late.'],
        ['in words of our own when it has none', {}, 'It failed.'],
        [
            'in plain words when the record is not theirs to change',
            {
                body: {
                    message: 'An error occurred while trying to update the record.',
                    output: {
                        errors: [
                            {
                                errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
                                message: 'insufficient access rights on object id',
                            },
                        ],
                    },
                },
            },
            'Not yours.',
        ],
    ])('says a refusal %s', (_how, error, sentence) => {
        expect(refusalOf(error, { failed: 'It failed.', notAllowed: 'Not yours.' })).toEqual([sentence]);
    });

    it('keeps the words of the org about a lack of rights where there are none of our own', () => {
        const error = { body: [{ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY', message: 'No access.' }] };

        expect(refusalOf(error, { failed: 'It failed.' })).toEqual(['No access.']);
    });
});
