import type { WebApiClient } from '../../solution/deploy/web-api-client';
import { people } from '../../test/e2e/app-page';

const KNOWN = { budgetamount: 90000, decisionmaker: true, need: 0, purchasetimeframe: 1, purchaseprocess: 0 };

/** Rows that the pictures tell of, beside the sample leads. The seller owns all of them. */
export class Story {
    constructor(private readonly api: WebApiClient) {}

    /** Accounts that leads may stand for, and who competes. */
    async begin(): Promise<void> {
        await this.api.post('competitors', { name: 'Fabrikam Sensors' });
        await this.create('accounts', {
            name: 'Neckarwerke GmbH',
            telephone1: '+49 711 5550100',
            address1_city: 'Esslingen',
            websiteurl: 'https://neckarwerke.example',
        });
        for (const city of ['Bregenz', 'Dornbirn']) {
            await this.create('accounts', { name: 'Bergmann', address1_city: city });
        }
    }

    /** A lead of a company that is a customer already, with things that go along and one that nothing takes. */
    async leadOfACustomer(lastname: string): Promise<void> {
        const lead = await this.lead('Karin', lastname, 'Neckarwerke', {
            subject: 'Sensors for both halls',
            jobtitle: 'Head of production',
            emailaddress1: `karin.${lastname.toLowerCase()}@neckarwerke.example`,
            telephone1: '0711 5550100',
            address1_city: 'Stuttgart',
            leadsourcecode: 7,
            estimatedamount: 90000,
            estimatedclosedate: '2027-03-31',
            industrycode: 6,
            description: 'Wants to see a machine that runs.',
        });
        await this.activity('tasks', 'task', 'Send the offer', lead);
        await this.create('annotations', {
            subject: 'Visit',
            notetext: 'Two halls, one of them new.',
            'objectid_lead@odata.bind': `/leads(${lead})`,
        });
    }

    /** @returns its id */
    async lead(firstname: string, lastname: string, companyname: string, columns: object = {}): Promise<string> {
        await this.create('leads', { subject: 'Sensors', firstname, lastname, companyname, ...KNOWN, ...columns });
        return this.idOf('leads', 'leadid', `lastname eq '${lastname}'`);
    }

    async activity(entitySet: string, table: string, subject: string, leadId: string): Promise<void> {
        await this.create(entitySet, {
            subject,
            [`regardingobjectid_lead_${table}@odata.bind`]: `/leads(${leadId})`,
        });
    }

    /** Ready to be won but for what is only recommended. */
    async opportunity(name: string, estimatedvalue: number): Promise<void> {
        await this.create('opportunities', { name, estimatedvalue, finaldecisiondate: '2026-12-01' });
    }

    /** What somebody else does meanwhile, without any dialog. */
    async qualifyAs(person: string, leadId: string): Promise<void> {
        await this.api.as(person).post(`leads(${leadId})/Microsoft.Dynamics.CRM.QualifyLead`, {
            CreateAccount: true,
            CreateContact: true,
            CreateOpportunity: true,
            Status: -1,
        });
    }

    private async create(entitySet: string, columns: object): Promise<void> {
        await this.api.as(people.seller).post(entitySet, columns);
    }

    private async idOf(entitySet: string, id: string, filter: string): Promise<string> {
        const [row] = await this.api.rows(`${entitySet}?$select=${id}&$filter=${filter}`);
        return String(row?.[id]);
    }
}
