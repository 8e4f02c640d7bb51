import ReviewDecision from 'c/reviewDecision';
import { createElement } from 'lwc';
import { checksAnswer } from '../../../../../test/check-answers';
import { graphql, settle } from '../../../../../test/wires';

jest.mock('@salesforce/customPermission/Review_Background_Checks', () => ({ default: undefined }), { virtual: true });

describe('c-review-decision without the permission to review', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows nothing and asks nothing', async () => {
        const element = createElement<ReviewDecision>('c-review-decision', { is: ReviewDecision });
        element.recordId = 'a00000000000001AAA';
        document.body.appendChild(element);
        await settle();
        expect(graphql.getLastConfig()?.variables).toBeUndefined();

        graphql.emit(checksAnswer({ Status__c: 'Review Required' }));
        await settle();

        expect(element.shadowRoot?.querySelector('*')).toBeNull();
    });
});
