import { createAccount } from './account/account.ts';
import type { Account } from './account/account.ts';
import type { Candidate } from './candidates/candidate.ts';
import type { KeptAnswers } from './http/idempotency.ts';
import type { Invitation } from './invitations/invitation.ts';
import { createPackages } from './packages/create-packages.ts';
import type { Package } from './packages/package.ts';
import type { Report } from './reports/report.ts';
import type { Screening } from './screenings/screening.ts';
import type { Webhook } from './webhooks/webhook.ts';

/** Everything the simulated account holds, by id. Maps keep the order of creation. */
export interface Store {
  account: Account;
  packages: Package[];
  candidates: Map<string, Candidate>;
  invitations: Map<string, Invitation>;
  reports: Map<string, Report>;
  screenings: Map<string, Screening>;
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
    webhooks: new Map(),
    keptAnswers: new Map(),
  };
}

/** Forgets everything but the account and its packages. */
export function emptyStore(store: Store): void {
  store.account.authorized = true;
  store.candidates.clear();
  store.invitations.clear();
  store.reports.clear();
  store.screenings.clear();
  store.webhooks.clear();
  store.keptAnswers.clear();
}
