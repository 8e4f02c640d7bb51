import { createAccount } from './account/account.ts';
import type { Account } from './account/account.ts';
import type { Candidate } from './candidates/candidate.ts';
import type { AdverseAction } from './adverse-actions/adverse-action.ts';
import type { ContinuousCheck } from './continuous-checks/continuous-check.ts';
import type { Document } from './documents/document.ts';
import type { KeptAnswers } from './http/idempotency.ts';
import type { Invitation } from './invitations/invitation.ts';
import { noIngestion } from './nodes/ingestion.ts';
import type { Ingestion } from './nodes/ingestion.ts';
import type { Node } from './nodes/node.ts';
import { setNodes } from './nodes/set-nodes.ts';
import { createPackages } from './packages/create-packages.ts';
import type { Package } from './packages/package.ts';
import type { Report } from './reports/report.ts';
import type { Screening } from './screenings/screening.ts';
import type { Verification } from './verifications/verification.ts';
import type { Webhook } from './webhooks/webhook.ts';

/** Everything the simulated account holds, by id. Maps keep the order of creation. */
export interface Store {
  account: Account;
  packages: Package[];
  candidates: Map<string, Candidate>;
  invitations: Map<string, Invitation>;
  reports: Map<string, Report>;
  screenings: Map<string, Screening>;
  adverseActions: Map<string, AdverseAction>;
  verifications: Map<string, Verification>;
  documents: Map<string, Document>;
  continuousChecks: Map<string, ContinuousCheck>;
  nodes: Node[];
  ingestion: Ingestion;
  webhooks: Map<string, Webhook>;
  keptAnswers: KeptAnswers;
}

/** An account with packages and nothing else. */
export function createStore(options: { uriName: string; publicUrl: () => string; createdAt: string }): Store {
  const account = createAccount(options.uriName, options.createdAt);
  let packages: Package[] | undefined;
  return {
    account,
    // Made at first sight: the address they show is known only once the server listens.
    get packages() {
      packages ??= createPackages({ ...options, publicUrl: options.publicUrl() });
      return packages;
    },
    candidates: new Map(),
    invitations: new Map(),
    reports: new Map(),
    screenings: new Map(),
    adverseActions: new Map(),
    verifications: new Map(),
    documents: new Map(),
    continuousChecks: new Map(),
    nodes: [],
    ingestion: noIngestion(),
    webhooks: new Map(),
    keptAnswers: new Map(),
  };
}

/** Forgets everything but the account and its packages; its nodes are `nodes` again. */
export function emptyStore(store: Store, nodes: Node[]): void {
  store.account.authorized = true;
  const { candidates, invitations, reports, screenings, webhooks, keptAnswers } = store;
  const { adverseActions, verifications, documents, continuousChecks } = store;
  for (const map of [candidates, invitations, reports, screenings, webhooks, keptAnswers]) map.clear();
  for (const map of [adverseActions, verifications, documents, continuousChecks]) map.clear();
  setNodes(store, nodes);
  store.ingestion = noIngestion();
}
