import { open, verdict, type Fact } from './facts.ts';
import { CHECK, memberOf, NOBODY, query, type World } from './world.ts';

const GRAPHS = 75;
/** What a connector of ours sends at most, and what Salesforce is said to refuse. */
const SHORT_ADDRESS = 12_000;
const LONG_ADDRESS = 17_000;

/** What the product believes of Salesforce's limits. */
export const orgLimits: Fact[] = [
  {
    id: 'sf-graphs-per-call',
    about: 'Salesforce',
    statement: 'A composite graph call takes 75 graphs and refuses 76.',
    async look(world) {
      const [fits, tooMany] = [await failing(world, GRAPHS), await failing(world, GRAPHS + 1)];
      return verdict(fits.status === 200 && tooMany.status === 400, `75: ${fits.status}, 76: ${tooMany.status}`);
    },
  },
  {
    id: 'sf-graphs-given-up',
    about: 'Salesforce',
    statement: 'When some fourteen graphs of a call have failed, the others are left out with PROCESSING_HALTED.',
    async look(world) {
      const { body } = await failing(world, GRAPHS);
      const graphs = (memberOf(body, 'graphs') ?? []) as unknown[];
      const halted = graphs.filter((graph) => errorOf(graph) === 'PROCESSING_HALTED').length;
      const seen = `${graphs.length} answers, ${halted} of them PROCESSING_HALTED`;
      return verdict(graphs.length === GRAPHS && halted > 0, seen);
    },
  },
  {
    id: 'sf-daily-calls',
    about: 'Salesforce',
    statement: 'A Developer Edition has 15,000 API calls in 24 hours, every other org more.',
    async look({ org }) {
      const { body } = await org('GET', '/limits');
      const most = Number(memberOf(body, 'DailyApiRequests', 'Max'));
      const edition = await org('GET', query('SELECT OrganizationType, IsSandbox FROM Organization'));
      const type = String(memberOf(edition.body, 'records', 0, 'OrganizationType'));
      return verdict(most >= 15_000, `${type}: ${most}`);
    },
  },
  {
    id: 'sf-integration-licence',
    about: 'Salesforce',
    statement: 'The org has a licence Salesforce Integration for the connector: five, or one in a Developer Edition.',
    async look({ org }) {
      const soql = "SELECT TotalLicenses FROM UserLicense WHERE Name = 'Salesforce Integration'";
      const { status, body } = await org('GET', query(soql));
      if (status !== 200) return open('the org does not tell its licences');
      const total = Number(memberOf(body, 'records', 0, 'TotalLicenses') ?? 0);
      return verdict(total > 0, `${total} of them`);
    },
  },
  {
    id: 'sf-long-address',
    about: 'Salesforce',
    statement: 'A query whose address has 12,000 bytes is answered; one of 17,000 is refused with 414 or 431.',
    async look({ org }) {
      const ask = async (bytes: number) => (await org('GET', queryOfLength(bytes))).status;
      const [short, long] = [await ask(SHORT_ADDRESS), await ask(LONG_ADDRESS)];
      return verdict(short === 200 && [414, 431].includes(long), `12,000: ${short}, 17,000: ${long}`);
    },
  },
];

function failing({ org }: World, count: number) {
  const url = `/services/data/v66.0/sobjects/${CHECK}/${NOBODY}`;
  const graphs = Array.from({ length: count }, (_, index) => ({
    graphId: `g${index}`,
    compositeRequest: [{ method: 'PATCH', url, referenceId: 'one', body: {} }],
  }));
  return org('POST', '/composite/graph', { body: { graphs } });
}

function errorOf(graph: unknown): unknown {
  return memberOf(graph, 'graphResponse', 'compositeResponse', 0, 'body', 0, 'errorCode');
}

function queryOfLength(bytes: number): string {
  const soql = (names: string) => query(`SELECT Id FROM Lead WHERE LastName IN ('${names}') LIMIT 1`);
  return soql('x'.repeat(bytes - soql('').length));
}
