import { LightningElement, api, wire } from 'lwc';
import { getRecord, type RecordRepresentation, type RecordResult } from 'lightning/uiRecordApi';
import { formErrors, loadObjectFacts, recordFields, type ObjectFacts } from 'page/fields';
import type { PageRegion, PlacedComponent } from 'page/state';

const OWN_PARTS = new Set(['force:highlightsPanel', 'force:detailPanel']);

/** A record: header, details, and the components its Lightning page places around them. */
export default class RecordPage extends LightningElement {
  @api recordId?: string;
  @api objectApiName?: string;
  @api regions: PageRegion[] = [];
  /** Opened to be edited at once. */
  @api startsEditing = false;
  facts?: ObjectFacts;
  fields?: string[];
  factsError?: unknown;
  isEditing = false;

  @wire(getRecord, { recordId: '$recordId', fields: '$fields' })
  result?: RecordResult;

  async connectedCallback(): Promise<void> {
    this.isEditing = this.startsEditing;
    try {
      const facts = await loadObjectFacts(this.objectApiName ?? '');
      this.facts = facts;
      this.fields = recordFields(facts.info);
    } catch (error) {
      this.factsError = error;
    }
  }

  get record(): RecordRepresentation | undefined {
    return this.result?.data;
  }

  get isReady(): boolean {
    return Boolean(this.facts && this.record);
  }

  get problem(): string | undefined {
    const error = this.factsError ?? this.result?.error;
    return error ? formErrors(error).record.join(' ') : undefined;
  }

  get headerComponents(): PlacedComponent[] {
    return this.componentsIn((name) => name === 'header');
  }

  /** Those the page places above the details. */
  get upperComponents(): PlacedComponent[] {
    return this.mainInOrder.slice(0, this.placeOfDetails).filter(({ name }) => !OWN_PARTS.has(name));
  }

  get mainComponents(): PlacedComponent[] {
    return this.mainInOrder.slice(this.placeOfDetails).filter(({ name }) => !OWN_PARTS.has(name));
  }

  get sideComponents(): PlacedComponent[] {
    return this.componentsIn((name) => name !== 'header' && name !== 'main');
  }

  get mainClass(): string {
    return `slds-col slds-size_1-of-1${this.sideComponents.length > 0 ? ' slds-large-size_2-of-3' : ''}`;
  }

  startEditing(): void {
    this.isEditing = true;
  }

  stopEditing(): void {
    this.isEditing = false;
  }

  private get mainInOrder(): PlacedComponent[] {
    return this.regions.filter(({ name }) => name === 'main').flatMap(({ components }) => components);
  }

  private get placeOfDetails(): number {
    return Math.max(
      0,
      this.mainInOrder.findIndex(({ name }) => name === 'force:detailPanel'),
    );
  }

  private componentsIn(isWanted: (region: string) => boolean): PlacedComponent[] {
    return this.regions
      .filter((region) => isWanted(region.name))
      .flatMap((region) => region.components)
      .filter(({ name }) => !OWN_PARTS.has(name));
  }
}
