import { open, verdict, type Fact } from './facts.ts';
import { CHECK, memberOf, NOBODY, query, type World } from './world.ts';

const PACKAGE = 'Background_Check_Package__c';

/** What the product believes of Salesforce's API. */
export const salesforceFacts: Fact[] = [
  {
    id: 'sf-limit-header',
    about: 'Salesforce',
    statement: 'Every answer carries Sforce-Limit-Info: api-usage=used/limit.',
    async look({ org }) {
      const header = (await org('GET', '/limits')).headers.get('sforce-limit-info') ?? 'no header';
      return verdict(/api-usage=\d+\/\d+/.test(header), header);
    },
  },
  {
    id: 'sf-date-header',
    about: 'Salesforce',
    statement: 'Every answer carries a Date header a clock can be compared with.',
    async look({ org }) {
      const date = (await org('GET', '/limits')).headers.get('date') ?? '';
      return verdict(!Number.isNaN(Date.parse(date)), date || 'no header');
    },
  },
  {
    id: 'sf-user-permission-access',
    about: 'Salesforce',
    statement:
      'UserPermissionAccess tells a user its own permissions; Send Outbound Messages is PermissionsSendOutboundMessages there.',
    async look({ org }) {
      const { status, body } = await org(
        'GET',
        query('SELECT PermissionsSendOutboundMessages FROM UserPermissionAccess'),
      );
      return verdict(status === 200, status === 200 ? 'it can be queried' : String(memberOf(body, 0, 'errorCode')));
    },
  },
  {
    id: 'sf-flow-definition-view',
    about: 'Salesforce',
    statement: 'FlowDefinitionView lists the flows with IsActive.',
    async look({ org }) {
      const { status, body } = await org(
        'GET',
        query("SELECT ApiName, IsActive FROM FlowDefinitionView WHERE ApiName = 'Maintain_Background_Check'"),
      );
      return verdict(memberOf(body, 'records', 0, 'IsActive') === true, `status ${status}`);
    },
  },
  {
    id: 'sf-address-parts',
    about: 'Salesforce',
    statement: 'Describe lists the parts of an address (City) to whoever may read the address.',
    look: ({ org }) => fieldsInclude(org, 'Lead', 'City'),
  },
  {
    id: 'sf-all-or-none-takes-back',
    about: 'Salesforce',
    statement:
      'A composite call with allOrNone takes back a row when a later part fails, and says PROCESSING_HALTED of it.',
    look: takesBack,
  },
  {
    id: 'sf-duplicate-value',
    about: 'Salesforce',
    statement: 'Inserting a row whose unique field is there already is refused with DUPLICATE_VALUE.',
    async look({ org }) {
      const { body } = await org('GET', query(`SELECT Slug__c FROM ${PACKAGE} LIMIT 1`));
      const slug = memberOf(body, 'records', 0, 'Slug__c');
      if (typeof slug !== 'string') return open('the org lists no package: run `packages sync` first');
      const again = await org('POST', `/sobjects/${PACKAGE}`, { body: { Name: 'Twice', Slug__c: slug } });
      const code = String(memberOf(again.body, 0, 'errorCode'));
      return verdict(code === 'DUPLICATE_VALUE', code);
    },
  },
  {
    id: 'sf-composite-graph',
    about: 'Salesforce',
    statement: 'Composite graphs answer one entry a graph, each with isSuccessful.',
    async look({ org }) {
      const url = `/services/data/v66.0/sobjects/${CHECK}/${NOBODY}`;
      const compositeRequest = [{ method: 'PATCH', url, referenceId: 'one', body: {} }];
      const { status, body } = await org('POST', '/composite/graph', {
        body: { graphs: [{ graphId: 'a', compositeRequest }] },
      });
      const isSuccessful = memberOf(body, 'graphs', 0, 'isSuccessful');
      return verdict(isSuccessful === false, `status ${status}, isSuccessful ${String(isSuccessful)}`);
    },
  },
];

async function fieldsInclude(org: World['org'], object: string, field: string) {
  const { status, body } = await org('GET', `/sobjects/${object}/describe`);
  const fields = memberOf(body, 'fields');
  const isThere = Array.isArray(fields) && fields.some((each) => memberOf(each, 'name') === field);
  return verdict(isThere, `status ${status}, ${field} ${isThere ? 'listed' : 'not listed'}`);
}

async function takesBack({ org }: World) {
  const Email = `taken-back-${Date.now()}@example.org`;
  const lead = { LastName: 'Taken back', Company: 'Nobody', Email };
  const base = '/services/data/v66.0/sobjects';
  const compositeRequest = [
    { method: 'POST', url: `${base}/Lead`, referenceId: 'lead', body: lead },
    { method: 'PATCH', url: `${base}/${CHECK}/${NOBODY}`, referenceId: 'fails', body: {} },
  ];
  const { body } = await org('POST', '/composite', { body: { allOrNone: true, compositeRequest } });
  const code = String(memberOf(body, 'compositeResponse', 0, 'body', 0, 'errorCode'));
  const left = await org('GET', query(`SELECT Id FROM Lead WHERE Email = '${Email}'`));
  const isGone = memberOf(left.body, 'totalSize') === 0;
  return verdict(isGone && code === 'PROCESSING_HALTED', `${isGone ? 'taken back' : 'the row stayed'}, ${code}`);
}
