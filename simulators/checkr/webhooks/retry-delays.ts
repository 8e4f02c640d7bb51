const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3600;

/** Simulated seconds before each further try: every minute for 10 minutes, then every hour for 24 hours. */
export const RETRY_DELAYS_SECONDS: readonly number[] = [
  ...Array<number>(10).fill(MINUTE_SECONDS),
  ...Array<number>(24).fill(HOUR_SECONDS),
];
