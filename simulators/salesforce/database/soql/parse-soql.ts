import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js';
import { malformedQuery } from './soql-errors.ts';

/** Parts of SOQL this org does not know, by the name of the parsed property. */
const UNKNOWN_PARTS: Partial<Record<keyof Query, string>> = {
  groupBy: 'GROUP BY',
  having: 'HAVING',
  usingScope: 'USING SCOPE',
  sObjectAlias: 'an alias for the object',
  withDataCategory: 'WITH DATA CATEGORY',
  for: 'FOR',
  update: 'UPDATE',
};

/** A parsed query of one object. @throws ApiError `MALFORMED_QUERY`, also for parts of SOQL this org does not know. */
export function parseSoql(soql: string): Query & { sObject: string } {
  const query = parse(soql);
  for (const [part, name] of Object.entries(UNKNOWN_PARTS)) {
    if (query[part as keyof Query] !== undefined) throw malformedQuery(`${name} is not known to this simulated org`);
  }
  if (!query.sObject) throw malformedQuery('unexpected token: <EOF>; the query names no object');
  return { ...query, sObject: query.sObject };
}

function parse(soql: string): Query {
  try {
    return parseQuery(soql);
  } catch (error) {
    throw malformedQuery(`unexpected token: ${error instanceof Error ? error.message : String(error)}`);
  }
}
