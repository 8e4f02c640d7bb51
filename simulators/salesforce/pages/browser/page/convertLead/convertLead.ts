import LightningModal from 'lightning/modal';
import { api } from 'lwc';
import { formErrors } from 'page/fields';
import { askPage } from 'page/http';

/** Dialog that converts a Lead into a new account and contact. Closes with the contact's id, or with nothing when canceled. */
export default class ConvertLead extends LightningModal {
  @api leadId = '';
  @api name = '';
  @api company = '';
  problem?: string | undefined;
  isConverting = false;

  handleCancel(): void {
    this.close();
  }

  async handleConvert(): Promise<void> {
    this.isConverting = true;
    try {
      const { contactId } = await askPage<{ contactId: string }>('POST', `/lightning/convert/${this.leadId}`);
      this.close(contactId);
    } catch (error) {
      this.problem = formErrors(error).record.join(' ');
      this.isConverting = false;
    }
  }
}
