const SOON_MS = 3_000;
const LATER_MS = 15_000;
const LIVELY_MS = 60_000;

/** Reads again while there is something to wait for and somebody is looking. */
export interface PageRefresh {
    start(): void;
    /** Nothing is read any more, until `start`. */
    stop(): void;
    /** Something just happened: read often for the next minute. */
    hurry(): void;
    /** To be called with each answer: sets the time of the next reading, or none when nothing is awaited. */
    schedule(): void;
}

/**
 * Calls `refresh` every 3 s in the minute after `start` or `hurry`, every 15 s later, as long as `isAwaiting` says so
 * and the page is visible; besides, whenever somebody comes back to the page.
 */
export function createPageRefresh(page: { refresh: () => unknown; isAwaiting: () => boolean }): PageRefresh {
    let isStarted = false;
    let livelyUntil = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const hurry = (): void => {
        livelyUntil = Date.now() + LIVELY_MS;
    };
    const refreshIfSeen = (): void => {
        if (document.visibilityState === 'visible') page.refresh();
    };
    const schedule = (): void => {
        clearTimeout(timer);
        if (!isStarted || !page.isAwaiting()) return;
        const next = (): void => {
            refreshIfSeen();
            schedule();
        };
        timer = setTimeout(next, Date.now() < livelyUntil ? SOON_MS : LATER_MS);
    };
    const handleReturn = (): void => {
        hurry();
        refreshIfSeen();
        schedule();
    };
    const start = (): void => {
        isStarted = true;
        window.addEventListener('focus', handleReturn);
        document.addEventListener('visibilitychange', handleReturn);
        hurry();
        schedule();
    };
    const stop = (): void => {
        isStarted = false;
        window.removeEventListener('focus', handleReturn);
        document.removeEventListener('visibilitychange', handleReturn);
        clearTimeout(timer);
    };
    return { start, stop, hurry, schedule };
}
