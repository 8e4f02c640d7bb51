import { isFailure } from '../domain/failure.ts';
import { gather } from './gather.ts';

interface GatherRowsOptions<Ask, Row> {
  /** Every row that any of these asks for, by one query. */
  read(asks: readonly Ask[]): Promise<Row[]>;
  /** Whether a row is one that was asked for by this. */
  isOf(row: Row, ask: Ask): boolean;
}

/** Reads rows for concurrent jobs by one query and deals them out; the rows keep the order of the query. */
export function gatherRows<Ask, Row>({ read, isOf }: GatherRowsOptions<Ask, Row>): (ask: Ask) => Promise<Row[]> {
  const dealOut = async (asks: readonly Ask[]): Promise<Row[][]> => {
    const rows = await read(asks);
    return asks.map((ask) => rows.filter((row) => isOf(row, ask)));
  };
  return gather<Ask, Row[]>(async (asks) => {
    try {
      return await dealOut(asks);
    } catch (error) {
      // What one asks for must not spoil the query of the others.
      if (asks.length === 1 || !isFailure(error, 'rejected')) throw error;
      const alone = await Promise.allSettled(asks.map((ask) => dealOut([ask])));
      return alone.map((each) => (each.status === 'fulfilled' ? (each.value[0] ?? []) : (each.reason as Error)));
    }
  });
}
