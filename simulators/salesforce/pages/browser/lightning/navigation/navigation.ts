import { pageState } from 'page/state';
import type { LightningElement } from 'lwc';

export interface PageReference {
  type: string;
  attributes?: Record<string, string | undefined>;
  state?: Record<string, string | undefined>;
}

type Constructor = new (...args: never[]) => LightningElement;

const NAVIGATE = Symbol('Navigate');
const GENERATE_URL = Symbol('GenerateUrl');

/** Gives a component `this[NavigationMixin.Navigate]` and `this[NavigationMixin.GenerateUrl]`. */
export function NavigationMixin<Base extends Constructor>(base: Base): Base {
  const extended = class extends (base as unknown as new () => LightningElement) {
    [NAVIGATE](reference: PageReference, replace = false): void {
      navigate(reference, replace);
    }

    [GENERATE_URL](reference: PageReference): Promise<string> {
      return Promise.resolve(urlOf(reference));
    }
  };
  return extended as unknown as Base;
}
NavigationMixin.Navigate = NAVIGATE;
NavigationMixin.GenerateUrl = GENERATE_URL;

/** Wire adapter: the page the user is on, as a page reference. */
export class CurrentPageReference {
  private readonly emit: (reference: PageReference | undefined) => void;

  constructor(emit: (reference: PageReference | undefined) => void) {
    this.emit = emit;
  }

  connect(): void {
    this.update();
  }

  disconnect(): void {
    this.emit(undefined);
  }

  update(): void {
    this.emit(currentPage());
  }
}

function navigate(reference: PageReference, replace: boolean): void {
  const url = urlOf(reference);
  if (reference.type === 'standard__webPage') window.open(url, '_blank', 'noopener');
  else if (replace) window.location.replace(url);
  else window.location.assign(url);
}

function urlOf({ type, attributes = {} }: PageReference): string {
  if (type === 'standard__navItemPage') return `/lightning/n/${attributes['apiName']}`;
  const { recordId = '', objectApiName, actionName = 'view', url = '' } = attributes;
  if (type === 'standard__webPage') return url;
  if (type === 'standard__recordPage')
    return `/lightning/r/${objectApiName ? `${objectApiName}/` : ''}${recordId}/${actionName}`;
  if (type === 'standard__objectPage')
    return `/lightning/o/${objectApiName}/${actionName === 'home' ? 'list' : actionName}`;
  throw new Error(`The simulated org cannot navigate to a ${type}`);
}

function currentPage(): PageReference {
  const { page } = pageState;
  if (page.kind === 'setup') return { type: 'standard__namedPage', attributes: { pageName: 'setup' }, state: {} };
  if (page.kind === 'app') return { type: 'standard__navItemPage', attributes: { apiName: page.name }, state: {} };
  if (page.kind !== 'record') {
    return {
      type: 'standard__objectPage',
      attributes: { objectApiName: page.objectApiName, actionName: page.kind },
      state: {},
    };
  }
  const { recordId, objectApiName } = page;
  return { type: 'standard__recordPage', attributes: { recordId, objectApiName, actionName: 'view' }, state: {} };
}
