import { serveOrg } from './serve-org.ts';

type Row = Record<string, string>;

/** An org with the library, two shelves and no loans, and what loads loans into it: jsforce, and the bare requests behind it. */
export async function serveBulkOrg() {
  const org = await serveOrg();

  /** As at the start. */
  async function start() {
    org.reset();
    org.assignTo('connector@example.org', 'Librarian');
    org.assignTo('requester@example.org', 'Reader');
    const shelves = [
      { Name: 'Maps', Code__c: 'maps' },
      { Name: 'Tales', Code__c: 'tales' },
    ];
    await org.connect('connector@example.org').sobject('Shelf__c').create(shelves);
  }
  /** Loads rows, or a CSV, to the end with jsforce. */
  async function load(order: object, input: object[] | string, username = 'connector@example.org') {
    const options = { object: 'Loan__c', operation: 'insert', pollInterval: 5, ...order, input };
    const { bulk2 } = org.connect(username);
    const results = await bulk2.loadAndWaitForResults(options as Parameters<typeof bulk2.loadAndWaitForResults>[0]);
    return {
      saved: results.successfulResults as unknown as Row[],
      refused: results.failedResults as unknown as Row[],
      unprocessed: results.unprocessedRecords as unknown as Row[],
    };
  }
  const librarianId = () => {
    const user = org.org.findUser('connector@example.org');
    if (!user) throw new Error('no librarian');
    return org.sessions.create(user).id;
  };
  /** One request of the librarian, below `/jobs/ingest`. */
  const call = (method: string, path: string, body?: string, headers: Record<string, string> = {}) =>
    org.app.request(`/services/data/v66.0/jobs/ingest${path}`, {
      method,
      headers: { Authorization: `Bearer ${librarianId()}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
  const newJob = async (order: object = {}) => {
    const made = await call('POST', '', JSON.stringify({ object: 'Loan__c', operation: 'insert', ...order }));
    return ((await made.json()) as { id: string }).id;
  };
  const move = (id: string, state: string) => call('PATCH', `/${id}`, JSON.stringify({ state }));
  const info = async (id: string) => (await (await call('GET', `/${id}`)).json()) as Record<string, unknown>;
  /** Loads a CSV to the end by bare requests; gives what is told of the job. */
  async function run(csv: string, order: object = {}): Promise<Record<string, unknown> & { id: string }> {
    const id = await newJob(order);
    await call('PUT', `/${id}/batches`, csv);
    await move(id, 'UploadComplete');
    await org.settled();
    return { ...(await info(id)), id };
  }
  /** `successfulResults`, `failedResults` or `unprocessedrecords` as they come. */
  const results = async (id: string, which: string) => (await call('GET', `/${id}/${which}`)).text();
  const loans = async (where = "Note__c != 'nothing'") => {
    const fields = 'Id, Order__c, Note__c, Fine__c, Due__c, State__c, Shelf__r.Code__c';
    const librarian = org.connect('connector@example.org');
    return (await librarian.query<Row>(`SELECT ${fields} FROM Loan__c WHERE ${where}`)).records;
  };
  const lend = async (fields: object) =>
    String((await org.connect('connector@example.org').sobject('Loan__c').create(fields)).id);
  return { ...org, start, load, call, newJob, move, info, run, results, loans, lend };
}

/** An error answer with its status. */
export async function errorOf(answer: Response): Promise<object> {
  const [error] = (await answer.json()) as object[];
  return { status: answer.status, ...error };
}
