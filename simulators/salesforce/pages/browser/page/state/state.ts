/** A component instance as a Lightning page places it. */
export interface PlacedComponent {
  /** Unique on the page. */
  key: string;
  name: string;
  /** Values set in the page builder, by property. */
  properties: Record<string, string | number | boolean>;
}

export interface PageRegion {
  name: string;
  components: PlacedComponent[];
}

/** What admins arranged for an object; null where nothing was. Fields by API name. */
export interface ObjectLayouts {
  sections: { title: string; columns: { field: string; isReadOnly: boolean }[][] }[] | null;
  highlights: string[] | null;
  /** Buttons above the list; they lead to `url` with the ids of the selected records as `ids`. */
  listButtons: { label: string; url: string; needsSelection: boolean }[];
}

export interface PageState {
  apiBase: string;
  appName: string;
  org: { name: string; id: string };
  user: { id: string; name: string; username: string };
  users: { name: string; username: string }[];
  customPermissions: string[];
  tabs: { label: string; href: string; objectApiName: string }[];
  /** By object; objects nobody arranged anything for may be absent. */
  layouts: Record<string, ObjectLayouts | undefined>;
  page:
    | { kind: 'record'; objectApiName: string; recordId: string; regions: PageRegion[]; isEditing: boolean }
    | { kind: 'list'; objectApiName: string; filterName?: string }
    | { kind: 'new'; objectApiName: string }
    | { kind: 'app'; name: string; label: string; regions: PageRegion[] }
    | { kind: 'catalog'; objectApiName: 'Report' | 'Dashboard' }
    | { kind: 'report' | 'dashboard'; objectApiName: 'Report' | 'Dashboard'; recordId: string }
    | { kind: 'setup'; node: string };
}

/** What the server knew when it rendered the page; it travels as JSON inside the document. */
export const pageState = JSON.parse(document.getElementById('page-state')?.textContent ?? '{}') as PageState;
