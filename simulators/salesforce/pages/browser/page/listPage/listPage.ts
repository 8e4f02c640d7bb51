import { LightningElement, api } from 'lwc';
import { formErrors, listButtons, loadObjectInfo, type ObjectInfo, type RecordRow } from 'page/fields';
import { askPage } from 'page/http';
import { pageState } from 'page/state';

interface ShownList {
  views: { name: string; label: string }[];
  name: string;
  filters: string[];
  nameLabel: string;
  columns: { apiName: string; label: string }[];
  rows: { id: string; name: string; cells: { text: string; href?: string }[] }[];
  total: number;
}

/** One list view of an object's records, newest first, with the choice of its other views and the list's buttons. */
export default class ListPage extends LightningElement {
  @api objectApiName?: string;
  info?: ObjectInfo;
  list?: ShownList;
  selectedIds: string[] = [];
  problem?: string;

  async connectedCallback(): Promise<void> {
    try {
      this.info = await loadObjectInfo(this.objectApiName ?? '');
      this.list = await askPage<ShownList>('GET', `/lightning/lists/${this.info.apiName}${this.chosenView}`);
    } catch (error) {
      this.problem = formErrors(error).record.join(' ');
    }
  }

  get nameLabel(): string {
    return this.list?.nameLabel ?? 'Name';
  }

  get columns(): ShownList['columns'] {
    return this.list?.columns ?? [];
  }

  get rows(): RecordRow[] {
    const object = this.objectApiName;
    return (this.list?.rows ?? []).map(({ id, name, cells }) => ({
      id,
      name,
      href: `/lightning/r/${object}/${id}/view`,
      cells: cells.map((cell, at) => ({ ...cell, apiName: this.columns[at]?.apiName ?? String(at) })),
    }));
  }

  get views(): { name: string; label: string; isShown: boolean }[] {
    return (this.list?.views ?? []).map((view) => ({ ...view, isShown: view.name === this.list?.name }));
  }

  get summary(): string {
    const { total = 0, filters = [] } = this.list ?? {};
    const items = total === 1 ? '1 item' : `${total} items`;
    return [items, ...(filters.length > 0 ? [`Filtered by ${filters.join(', ')}`] : [])].join(' • ');
  }

  get buttons(): { label: string; url: string; isDisabled: boolean }[] {
    const buttons = this.info ? listButtons(this.info) : [];
    return buttons.map(({ label, url, needsSelection }) => ({
      label,
      url,
      isDisabled: needsSelection && this.selectedIds.length === 0,
    }));
  }

  get hasButtons(): boolean {
    return this.buttons.length > 0;
  }

  get newHref(): string | undefined {
    return this.info?.createable ? `/lightning/o/${this.objectApiName}/new` : undefined;
  }

  handleSelect(event: CustomEvent<string[]>): void {
    this.selectedIds = event.detail;
  }

  handleButton({ currentTarget }: Event): void {
    const { url = '' } = (currentTarget as HTMLElement).dataset;
    const target = new URL(url, window.location.origin);
    target.searchParams.set('ids', this.selectedIds.join());
    window.location.assign(target);
  }

  handleView({ currentTarget }: Event): void {
    const { value } = currentTarget as HTMLSelectElement;
    window.location.assign(`/lightning/o/${this.objectApiName}/list?filterName=${encodeURIComponent(value)}`);
  }

  private get chosenView(): string {
    const { page } = pageState;
    return page.kind === 'list' && page.filterName ? `?filterName=${encodeURIComponent(page.filterName)}` : '';
  }
}
