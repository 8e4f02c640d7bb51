import { join } from 'node:path';
import { placesOf } from '../../simulators/salesforce/flows/flow-trace.ts';
import { createSalesforceSimulator } from '../../simulators/salesforce/simulator.ts';
import { projectRoot } from '../lib/project-root.ts';

/** Field name to value. */
type Row = Record<string, string | number | boolean | null>;

/** Who works in the org under test: the part of the username before the @. */
export type Person = 'admin' | 'requester' | 'reviewer' | 'noaccess' | 'connector';

const SETS: [Person, string][] = [
  ['requester', 'Background_Check_Requester'],
  ['reviewer', 'Background_Check_Reviewer'],
  ['connector', 'Background_Check_Connector'],
];
const ENV = { CONNECTOR_ENDPOINT: 'http://127.0.0.1:9/background-check', OUTBOUND_USERNAME: 'connector@example.org' };
const CHECK = 'Background_Check__c';

/** What the tests of one file ran of the flows, and all there is to run. */
export interface FlowCoverage {
  executed: Set<string>;
  places: Set<string>;
}

/** Elements, outcomes and fault paths of these flows that no test ran, as `Flow.Element`. */
export function notRun({ executed, places }: FlowCoverage, flows: string[]): string[] {
  return [...places].filter((place) => flows.includes(place.split('.')[0] ?? '') && !executed.has(place));
}

/** A simulated org with the whole package, each built-in user with its permission set and the reviewer in its group. */
export function packageOrg(coverage?: FlowCoverage) {
  const simulator = createSalesforceSimulator();
  const { org, clock, automation } = simulator;
  const sources = ['main', 'org'].map((folder) => join(projectRoot, 'force-app', folder));
  const deployed = simulator.deploy({ sources, env: ENV });
  if ('problems' in deployed) throw new Error(deployed.problems.map(({ message }) => message).join('\n'));
  const user = (name: Person) => {
    const found = org.findUser(`${name}@example.org`);
    if (!found) throw new Error(`the org has no user ${name}`);
    return found;
  };
  /** With the rights of that person. @returns the new id, or why it was refused. */
  const insert = (name: Person, object: string, row: Row) => {
    const [result] = org.insertAs(user(name), object, [row]);
    return { id: result?.id ?? '', refusal: result?.errors[0]?.message ?? null };
  };
  const update = (name: Person, object: string, row: Row & { Id: string }) =>
    org.updateAs(user(name), object, [row])[0]?.errors[0]?.message ?? null;
  const remove = (name: Person, object: string, id: string) =>
    org.deleteAs(user(name), object, [id])[0]?.errors[0]?.message ?? null;
  const rows = (object: string) => org.database.store.rows(object);
  /** A row with its formula fields. */
  const row = (object: string, id: string) => org.transact(user('admin'), (work) => work.read(object, id));
  const idOf = (object: string, name: string) =>
    String(rows(object).find((one) => [one['Name'], one['DeveloperName']].includes(name))?.['Id']);
  const assign = (name: Person, set: string) =>
    insert('admin', 'PermissionSetAssignment', {
      AssigneeId: user(name).id,
      PermissionSetId: idOf('PermissionSet', set),
    });
  const join_ = (name: Person, group: string) =>
    insert('admin', 'GroupMember', { GroupId: idOf('Group', group), UserOrGroupId: user(name).id });
  SETS.forEach(([name, set]) => assign(name, set));
  join_('reviewer', 'Background_Check_Reviewers');

  /** A Lead of the requester. */
  const newLead = (fields: Row = {}) =>
    insert('requester', 'Lead', { LastName: 'Sample', Company: 'Volunteers', Email: 'sample@example.com', ...fields })
      .id;
  /** A check the requester asked for, moved on by the connector. */
  const newCheck = (moved: Row = {}, asked: Row = {}) => {
    const { id, refusal } = insert('requester', CHECK, { Lead__c: newLead(), ...asked });
    if (refusal) throw new Error(refusal);
    const problem = move(id, { Requested_Action__c: null, ...moved });
    if (problem) throw new Error(problem);
    return id;
  };
  const move = (id: string, fields: Row) => update('connector', CHECK, { Id: id, ...fields });
  /** What one person asks of a check. @returns why it was refused, or null. */
  const ask = (name: Person, id: string, fields: Row) => update(name, CHECK, { Id: id, ...fields });
  const check = (id: string) => row(CHECK, id);
  const stop = () => {
    automation.trace.executed().forEach((place) => coverage?.executed.add(place));
    automation
      .flows()
      .flatMap(placesOf)
      .forEach((place) => coverage?.places.add(place));
    simulator.stop();
  };
  return {
    ...simulator,
    stop,
    clock,
    user,
    insert,
    update,
    remove,
    rows,
    row,
    assign,
    join: join_,
    newLead,
    newCheck,
    move,
    ask,
    check,
  };
}
