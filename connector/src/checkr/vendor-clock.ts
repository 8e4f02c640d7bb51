/** Checkr's time, as its answers tell it by their `Date` header. */
export interface VendorClock {
  /** A moment of our own clock in Checkr's time; both in Unix milliseconds. */
  vendorTime(ownMs: number): number;
  /** Takes note of an answer to a call that was sent at `sentAt` by our own clock. */
  observe(headers: Pick<Headers, 'get'>, sentAt: number): void;
}

/** The header counts in whole seconds. */
const RESOLUTION_MS = 1000;

/**
 * Two workers whose clocks differ must agree on which of two reads of a report is the newer one, or the later result
 * would be refused as late. So reads are stamped in Checkr's time: our own clock, corrected only by what the answers
 * prove it to be wrong.
 */
export function createVendorClock(ownNow: () => number = Date.now): VendorClock {
  let correction = 0;
  return {
    vendorTime: (ownMs) => ownMs + correction,
    observe(headers, sentAt) {
      const told = Date.parse(headers.get('date') ?? '');
      if (Number.isNaN(told)) return;
      // Checkr wrote the header between our sending and now, somewhere within the second it names.
      const least = told - ownNow();
      const most = told + RESOLUTION_MS - sentAt;
      correction = Math.min(Math.max(correction, least), most);
      if (least <= 0 && most >= 0) correction = 0;
    },
  };
}
