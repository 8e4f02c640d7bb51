import { LightningElement } from 'lwc';
import { pageState, type PageRegion, type PlacedComponent } from 'page/state';

/** The whole page: header, what the address asks for, toasts. */
export default class App extends LightningElement {
  get isRecord(): boolean {
    return pageState.page.kind === 'record';
  }

  get isApp(): boolean {
    return pageState.page.kind === 'app';
  }

  get isEditing(): boolean {
    return pageState.page.kind === 'record' && pageState.page.isEditing;
  }

  get label(): string | undefined {
    return pageState.page.kind === 'app' ? pageState.page.label : undefined;
  }

  get components(): PlacedComponent[] {
    return this.regions.flatMap(({ components }) => components);
  }

  get isList(): boolean {
    return pageState.page.kind === 'list';
  }

  get isCatalog(): boolean {
    return pageState.page.kind === 'catalog';
  }

  get isReport(): boolean {
    return pageState.page.kind === 'report';
  }

  get isDashboard(): boolean {
    return pageState.page.kind === 'dashboard';
  }

  get isNew(): boolean {
    return pageState.page.kind === 'new';
  }

  get objectApiName(): string | undefined {
    return 'objectApiName' in pageState.page ? pageState.page.objectApiName : undefined;
  }

  get recordId(): string | undefined {
    return 'recordId' in pageState.page ? pageState.page.recordId : undefined;
  }

  get regions(): PageRegion[] {
    return 'regions' in pageState.page ? pageState.page.regions : [];
  }
}
