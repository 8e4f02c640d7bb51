/** `live` talks to Checkr's production, `test` to its staging or test mode. */
export type ConnectionMode = 'live' | 'test';

/** `invitation`: Checkr asks the applicant for everything; `report`: the org holds it all and we order straight away. */
export type OrderingStyle = 'invitation' | 'report';

/** One org + one Checkr account + a mode: what the use-cases need to know of it. */
export interface ConnectionProfile {
  /** Name of the connection in the configuration; names its queue and its log lines. */
  name: string;
  /** 18-character id of the org. */
  orgId: string;
  mode: ConnectionMode;
  ordering: OrderingStyle;
  /** Slug ordered when the check names no package. */
  defaultPackage: string | null;
  /** Checkr has no add-ons: the package ordered in place of one with add-ons, by `package+add-on+…` in order of the alphabet. */
  addOns: Readonly<Record<string, string>>;
  /** Checkr judges the reports of this account by Assess rules, so a result alone decides nothing. */
  usesAssess: boolean;
  /** `custom_id` of the node of Checkr's account hierarchy that everything is ordered for; null in an account without nodes. */
  node: string | null;
}

/** Stamped on every record at first touch; a record copied into another org keeps the foreign key and is left alone. */
export function connectionKey(profile: Pick<ConnectionProfile, 'orgId' | 'mode'>): string {
  return `${profile.orgId}/${profile.mode}`;
}
