import { LightningElement } from 'lwc';
import { askPage } from 'page/http';

interface Notification {
  id: string;
  title: string;
  body: string;
  targetId: string;
  sentAt: string;
  isRead: boolean;
}

const LOOK_AGAIN_MS = 15_000;

/** The bell of the page header: how many notifications are new, and all of them when it is opened; each leads to its record. */
export default class NotificationBell extends LightningElement {
  notifications: (Notification & { href: string; itemClass: string })[] = [];
  isOpen = false;
  private timer?: ReturnType<typeof setInterval>;

  connectedCallback(): void {
    this.timer = setInterval(() => void this.look(), LOOK_AGAIN_MS);
    void this.look();
  }

  disconnectedCallback(): void {
    clearInterval(this.timer);
  }

  get unread(): number {
    return this.notifications.filter(({ isRead }) => !isRead).length;
  }

  get label(): string {
    return this.unread === 0 ? 'Notifications' : `Notifications: ${this.unread} new`;
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get isEmpty(): boolean {
    return this.notifications.length === 0;
  }

  async handleToggle(): Promise<void> {
    this.isOpen = !this.isOpen;
    if (!this.isOpen) return;
    await this.look();
    await askPage('POST', '/lightning/notifications/read');
  }

  private async look(): Promise<void> {
    const all = await askPage<Notification[]>('GET', '/lightning/notifications').catch(() => []);
    this.notifications = all.map((one) => ({
      ...one,
      href: `/lightning/r/${one.targetId}/view`,
      itemClass: `page-notification${one.isRead ? '' : ' page-notification_new'}`,
    }));
  }
}
