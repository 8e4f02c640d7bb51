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
    // The history of a record is no list of records people open: it has no names.
    const children = (this.info?.childRelationships ?? []).filter(
      ({ childObjectApiName }) => !childObjectApiName.endsWith('History'),
    );
    return children.map(({ childObjectApiName, fieldName, relationshipName }) => ({
      key: relationshipName,
      objectApiName: childObjectApiName,
      fieldName,
    }));
  }
}
