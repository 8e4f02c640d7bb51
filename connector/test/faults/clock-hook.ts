/** Loaded before a process (`--import`): its clock is wrong by CLOCK_SHIFT_MS. */
const shiftMs = Number(process.env['CLOCK_SHIFT_MS'] ?? 0);
const rightNow = Date.now;

class ShiftedDate extends Date {
  constructor(...values: unknown[]) {
    if (values.length === 0) super(rightNow() + shiftMs);
    else super(...(values as [number]));
  }
  static override now(): number {
    return rightNow() + shiftMs;
  }
}
globalThis.Date = ShiftedDate as DateConstructor;
