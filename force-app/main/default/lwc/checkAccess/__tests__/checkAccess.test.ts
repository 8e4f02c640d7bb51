import { checkAccess } from 'c/checkAccess';

describe('c/checkAccess', () => {
    it.each([
        ['nothing is known yet', {}, undefined],
        ['they may create checks', { data: { createable: true } }, 'request'],
        ['they may only read them', { data: { createable: false } }, 'see'],
        ['the object is none of theirs', { error: { status: 403 } }, 'none'],
        ['the org hides the object', { error: { status: 404 } }, 'none'],
        ['the org cannot be reached', { error: { status: 500 } }, 'see'],
    ])('knows what users may do when %s', (_name, result, access) => {
        expect(checkAccess(result)).toBe(access);
    });
});
