import { createPageRefresh } from 'c/pageRefresh';
import type { GraphqlResult } from 'lightning/graphql';

/** A GraphQL answer that follows what happens in the org while somebody looks. */
export interface LiveQuery {
    start(): void;
    /** Nothing is asked any more, until `start`. */
    stop(): void;
    /** To be called with each result of the wire. */
    receive(result: GraphqlResult): void;
    /** Asks again, unless that is already being done. */
    refresh(): Promise<void>;
    /** Something just happened: asks often in the next minute. */
    hurry(): void;
}

/**
 * Hands each answer to `show` and each failure to `fail`, and asks again while `isAwaiting` says so, at the times
 * `c/pageRefresh` sets.
 */
export function createLiveQuery<Data>(page: {
    show: (data: Data) => void;
    fail: (error: unknown) => void;
    isAwaiting: () => boolean;
}): LiveQuery {
    let askAgain: (() => Promise<unknown>) | undefined;
    let isAsking = false;
    const pageRefresh = createPageRefresh({ refresh: () => refresh(), isAwaiting: page.isAwaiting });

    async function refresh(): Promise<void> {
        if (!askAgain || isAsking) return;
        isAsking = true;
        try {
            await askAgain();
        } catch (error) {
            page.fail(error);
            pageRefresh.schedule();
        } finally {
            isAsking = false;
        }
    }
    function receive({ data, errors, refresh: again }: GraphqlResult): void {
        askAgain = again;
        if (errors?.length) page.fail(errors);
        else if (data) page.show(data as Data);
        pageRefresh.schedule();
    }
    return { start: pageRefresh.start, stop: pageRefresh.stop, receive, refresh, hurry: pageRefresh.hurry };
}
