import ReviewQueue from 'c/reviewQueue';
import { createElement } from 'lwc';
import { axeViolations } from '../../../../../test/axe-violations';
import { graphql, settle } from '../../../../../test/wires';

jest.mock('@salesforce/customPermission/Review_Background_Checks', () => ({ default: undefined }), { virtual: true });

describe('c-review-queue without the permission to review', () => {
    afterEach(() => document.body.replaceChildren());

    it('asks nothing and says whom the page is for', async () => {
        const element = createElement<ReviewQueue>('c-review-queue', { is: ReviewQueue });
        document.body.appendChild(element);
        await settle();

        const words = element.shadowRoot?.querySelector('.for-others')?.textContent;
        expect(words).toBe('c.BackgroundCheck_QueueForReviewers');
        expect(element.shadowRoot?.querySelector('lightning-spinner')).toBeNull();
        expect(graphql.getLastConfig()).toEqual({ query: undefined });
        expect(await axeViolations(element)).toEqual([]);
    });
});
