import { LightningElement, api, wire } from 'lwc';
import { getFieldValue, getRecord, updateRecord, type RecordResult } from 'lightning/uiRecordApi';
import { gql, graphql, type GraphqlResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import COMPANY from '@salesforce/schema/Lead.Company';
import NAME from '@salesforce/schema/Lead.Name';
import LEAD_ID from '@salesforce/schema/Lead.Id';
import greeting from '@salesforce/label/c.Lead_Greeting';

interface Count {
  uiapi: { query: { Lead: { totalCount: number } } };
}

/** Greets the lead of the page; its button renames the company. */
export default class LeadGreeting extends LightningElement {
  @api recordId?: string;
  @api tone = 'neutral';

  @wire(getRecord, { recordId: '$recordId', fields: [NAME, COMPANY] })
  lead?: RecordResult;

  @wire(graphql, {
    query: gql`
      query count($id: ID) {
        uiapi {
          query {
            Lead(where: { Id: { eq: $id } }) {
              totalCount
            }
          }
        }
      }
    `,
    variables: '$variables',
  })
  found?: GraphqlResult;

  get variables(): { id: string } | undefined {
    return this.recordId ? { id: this.recordId } : undefined;
  }

  get text(): string {
    const { data } = this.lead ?? {};
    return `${greeting} ${getFieldValue(data, NAME)} of ${getFieldValue(data, COMPANY)}`;
  }

  get count(): string {
    const data = this.found?.data as Count | undefined;
    return `Found ${data?.uiapi.query.Lead.totalCount ?? 0} (${this.tone})`;
  }

  async rename(): Promise<void> {
    await updateRecord({ fields: { [LEAD_ID.fieldApiName]: this.recordId, [COMPANY.fieldApiName]: 'Renamed Ltd' } });
    this.dispatchEvent(
      new ShowToastEvent({ title: 'Renamed', message: 'The company has a new name.', variant: 'success' }),
    );
  }
}
