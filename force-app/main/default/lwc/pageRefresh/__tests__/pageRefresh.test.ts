import { createPageRefresh } from 'c/pageRefresh';

const MINUTE_MS = 60_000;
const stopAfterwards: (() => void)[] = [];

function setup({ isAwaiting = true } = {}) {
    const page = { refresh: jest.fn(), isAwaiting: () => isAwaiting };
    const pageRefresh = createPageRefresh(page);
    stopAfterwards.push(pageRefresh.stop);
    return {
        pageRefresh,
        refresh: page.refresh,
        settleDown: () => {
            isAwaiting = false;
        },
    };
}

function show(visibilityState: 'visible' | 'hidden') {
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibilityState);
}

describe('c-page-refresh', () => {
    beforeEach(() => {
        jest.useFakeTimers();
        show('visible');
    });

    afterEach(() => {
        stopAfterwards.splice(0).forEach((stop) => stop());
        jest.useRealTimers();
        jest.restoreAllMocks();
    });

    it('reads every 3 s in the first minute', () => {
        const { pageRefresh, refresh } = setup();
        pageRefresh.start();

        jest.advanceTimersByTime(2_999);
        expect(refresh).not.toHaveBeenCalled();
        jest.advanceTimersByTime(1);
        expect(refresh).toHaveBeenCalledTimes(1);
        jest.advanceTimersByTime(3_000);
        expect(refresh).toHaveBeenCalledTimes(2);
    });

    it('reads every 15 s after the first minute', () => {
        const { pageRefresh, refresh } = setup();
        pageRefresh.start();
        jest.advanceTimersByTime(MINUTE_MS);
        refresh.mockClear();

        jest.advanceTimersByTime(MINUTE_MS);

        expect(refresh).toHaveBeenCalledTimes(4);
    });

    it('reads often again after something happened', () => {
        const { pageRefresh, refresh } = setup();
        pageRefresh.start();
        jest.advanceTimersByTime(2 * MINUTE_MS);
        refresh.mockClear();

        pageRefresh.hurry();
        pageRefresh.schedule();
        jest.advanceTimersByTime(9_000);

        expect(refresh).toHaveBeenCalledTimes(3);
    });

    it('stops when nothing is awaited any more', () => {
        const { pageRefresh, refresh, settleDown } = setup();
        pageRefresh.start();

        settleDown();
        pageRefresh.schedule();
        jest.advanceTimersByTime(MINUTE_MS);

        expect(refresh).not.toHaveBeenCalled();
    });

    it('does not read while nobody looks', () => {
        const { pageRefresh, refresh } = setup();
        pageRefresh.start();
        show('hidden');

        jest.advanceTimersByTime(MINUTE_MS);

        expect(refresh).not.toHaveBeenCalled();
    });

    it('reads at once when somebody comes back, even when nothing is awaited', () => {
        const { pageRefresh, refresh } = setup({ isAwaiting: false });
        pageRefresh.start();

        window.dispatchEvent(new FocusEvent('focus'));

        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('neither reads nor listens once stopped', () => {
        const { pageRefresh, refresh } = setup();
        pageRefresh.start();
        pageRefresh.stop();

        jest.advanceTimersByTime(MINUTE_MS);
        window.dispatchEvent(new FocusEvent('focus'));
        document.dispatchEvent(new CustomEvent('visibilitychange'));
        pageRefresh.schedule();
        jest.advanceTimersByTime(MINUTE_MS);

        expect(refresh).not.toHaveBeenCalled();
    });
});
