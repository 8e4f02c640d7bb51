import { LightningElement, api } from 'lwc';
import { loadObjectInfo, type ObjectInfo } from 'page/fields';

/** The lists of records that point at this one, as `force:relatedListContainer` shows them. */
export default class RelatedLists extends LightningElement {
  @api recordId?: string;
  @api objectApiName?: string;
  info?: ObjectInfo;

  async connectedCallback(): Promise<void> {
    this.info = await loadObjectInfo(this.objectApiName ?? '');
  }

  get lists(): { key: string; objectApiName: string; fieldName: string }[] {
    return (this.info?.childRelationships ?? []).map(({ childObjectApiName, fieldName, relationshipName }) => ({
      key: relationshipName,
      objectApiName: childObjectApiName,
      fieldName,
    }));
  }
}
