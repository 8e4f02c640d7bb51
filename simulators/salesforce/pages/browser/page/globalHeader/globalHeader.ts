import { LightningElement } from 'lwc';
import { pageState } from 'page/state';

/** App name, org, who is logged in, and the app's tabs. */
export default class GlobalHeader extends LightningElement {
  appName = pageState.appName;
  orgName = pageState.org.name;
  user = pageState.user;

  get userMenuLabel(): string {
    return `Logged in as ${this.user.name}. Switch user`;
  }

  get users(): { label: string; username: string; isCurrent: boolean }[] {
    return pageState.users.map(({ name, username }) => ({
      label: name,
      username,
      isCurrent: username === this.user.username,
    }));
  }

  get tabs(): { label: string; href: string; className: string; current: string | null }[] {
    const { page } = pageState;
    const here = 'objectApiName' in page ? page.objectApiName : page.kind === 'app' ? page.name : page.kind;
    return pageState.tabs.map(({ label, href, objectApiName }) => ({
      label,
      href,
      className: `slds-context-bar__item${objectApiName === here ? ' slds-is-active' : ''}`,
      current: objectApiName === here ? 'page' : null,
    }));
  }

  switchUser(event: CustomEvent<{ value: string }>): void {
    const to = encodeURIComponent(window.location.pathname);
    window.location.assign(`/__login?user=${encodeURIComponent(event.detail.value)}&to=${to}`);
  }
}
