import type { WriteRequest } from '../deploy/web-api-client';
import type { SampleEnvironment } from './environment';
import { aCompany, anAddress, aPerson, aPhone, countries, type Company, type Person } from './people';
import phrases from './phrases.json';
import type { Random } from './random';

/** An account that exists already, with one contact: leads of the same company must not become a second one. */
export interface Customer {
    readonly company: Company;
    readonly accountId: string;
    readonly person: Person;
    readonly contactId: string;
}

export function customers(random: Random, count: number): readonly Customer[] {
    const names = new Set<string>();
    const list: Customer[] = [];
    while (list.length < count) {
        const company = aCompany(random, random.weighted(countries));
        if (names.has(company.name)) continue;
        names.add(company.name);
        list.push({
            company,
            accountId: random.guid(),
            person: aPerson(random, company),
            contactId: random.guid(),
        });
    }
    return list;
}

/** Accounts first, then their contacts, then the accounts' primary contacts. */
export function customerRequests(
    random: Random,
    list: readonly Customer[],
    environment: SampleEnvironment,
): readonly WriteRequest[] {
    const { seller, secondSeller } = environment.owners;
    const accounts = list.map(
        ({ company, accountId }, index): WriteRequest => ({
            method: 'POST',
            path: 'accounts',
            body: {
                accountid: accountId,
                name: company.name,
                websiteurl: `https://www.${company.domain}`,
                telephone1: aPhone(random, company.country),
                ...anAddress(random, company),
                'ownerid@odata.bind': `/systemusers(${index % 2 === 0 ? seller : secondSeller})`,
            },
        }),
    );
    const contacts = list.map(
        ({ company, accountId, person, contactId }, index): WriteRequest => ({
            method: 'POST',
            path: 'contacts',
            body: {
                contactid: contactId,
                firstname: person.firstName,
                lastname: person.lastName,
                emailaddress1: person.email,
                jobtitle: random.pick(phrases.jobTitles),
                telephone1: aPhone(random, company.country),
                ...anAddress(random, company),
                'parentcustomerid_account@odata.bind': `/accounts(${accountId})`,
                'ownerid@odata.bind': `/systemusers(${index % 2 === 0 ? seller : secondSeller})`,
            },
        }),
    );
    const primaryContacts = list.map(
        ({ accountId, contactId }): WriteRequest => ({
            method: 'PATCH',
            path: `accounts(${accountId})`,
            body: { 'primarycontactid@odata.bind': `/contacts(${contactId})` },
        }),
    );
    return [...accounts, ...contacts, ...primaryContacts];
}
