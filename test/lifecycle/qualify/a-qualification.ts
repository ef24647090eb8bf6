import { Gate } from '../../../lifecycle/choices';
import { judge } from '../../../lifecycle/criteria/gate';
import { assembleInput } from '../../../lifecycle/qualify/assemble-input';
import type { ConversionMetadata } from '../../../lifecycle/qualify/conversion-metadata';
import type { EntityMaps } from '../../../lifecycle/qualify/entity-maps';
import type { Match } from '../../../lifecycle/qualify/match';
import type { QualificationIds } from '../../../lifecycle/qualify/qualification-choices';
import type { QualificationInput } from '../../../lifecycle/qualify/qualification-input';
import type { Party } from '../../../lifecycle/qualify/target';
import { Table } from '../../../lifecycle/columns';
import { defaultConfiguration } from '../../../lifecycle/defaults';
import type { Row } from '../../../lifecycle/row';
import type { ColumnDefinition, TableDefinition } from '../../../lifecycle/table-definitions/table-definition';
import { aLead, LEAD_ID, statusReasons, USER_ID } from '../builders';

export const IDS: QualificationIds = {
    account: '1aa00000-0000-4000-8000-000000000001',
    contact: '1bb00000-0000-4000-8000-000000000001',
    opportunity: '1cc00000-0000-4000-8000-000000000001',
    process: '1dd00000-0000-4000-8000-000000000001',
    stakeholders: ['1ee00000-0000-4000-8000-000000000001'],
};

/** A column of text for forty characters that may be written. */
export function aColumn(logicalName: string, rest: Partial<ColumnDefinition> = {}): ColumnDefinition {
    return {
        logicalName,
        label: `<${logicalName}>`,
        type: 'String',
        maxLength: 40,
        minValue: null,
        maxValue: null,
        validForCreate: true,
        validForUpdate: true,
        defaultValue: null,
        targets: [],
        navigation: {},
        options: null,
        ...rest,
    };
}

export function aLookup(logicalName: string, navigation: Readonly<Record<string, string>>): ColumnDefinition {
    const targets = Object.keys(navigation);
    return aColumn(logicalName, { type: 'Lookup', maxLength: null, targets, navigation });
}

export function aTable(logicalName: string, entitySet: string, columns: readonly ColumnDefinition[]): TableDefinition {
    return {
        logicalName,
        entitySet,
        primaryId: `${logicalName}id`,
        primaryName: 'name',
        label: logicalName,
        columns: new Map(columns.map((column) => [column.logicalName, column])),
    };
}

const choice = (logicalName: string, ...values: readonly number[]): ColumnDefinition =>
    aColumn(logicalName, {
        type: 'Picklist',
        maxLength: null,
        options: new Map(values.map((value) => [value, `Option ${value}`])),
    });
const yesNo = (logicalName: string): ColumnDefinition =>
    aColumn(logicalName, { type: 'Boolean', maxLength: null, defaultValue: false });
const money = (logicalName: string): ColumnDefinition =>
    aColumn(logicalName, { type: 'Money', maxLength: null, minValue: -1_000_000, maxValue: 1_000_000 });
const system = (logicalName: string, type: string): ColumnDefinition =>
    aColumn(logicalName, { type, maxLength: null, validForCreate: false, validForUpdate: false });
const currency = aLookup('transactioncurrencyid', { transactioncurrency: 'transactioncurrencyid' });
const originatingLead = aLookup('originatingleadid', { lead: 'originatingleadid' });
const reachedBy = ['emailaddress1', 'emailaddress2', 'emailaddress3', 'telephone1', 'websiteurl'].map((it) =>
    aColumn(it, { maxLength: 100 }),
);

/** A small environment: a choice that the target lacks a value of, a text that is too long, a column without a map. */
export const metadata: ConversionMetadata = {
    definitions: {
        lead: aTable('lead', 'leads', [
            ...reachedBy,
            aColumn('subject', { maxLength: 300 }),
            aColumn('firstname'),
            aColumn('lastname'),
            aColumn('companyname', { maxLength: 100 }),
            aColumn('jobtitle', { maxLength: 100 }),
            aColumn('description', { type: 'Memo', maxLength: 2000 }),
            aColumn('sic'),
            choice('industrycode'),
            choice('leadsourcecode'),
            yesNo('donotphone'),
            yesNo('decisionmaker'),
            money('estimatedamount'),
            aColumn('estimatedclosedate', { type: 'DateTime', maxLength: null }),
            aLookup('campaignid', { campaign: 'campaignid' }),
            aLookup('originatingcaseid', { incident: 'originatingcaseid' }),
            aLookup('parentaccountid', { account: 'parentaccountid' }),
            aLookup('parentcontactid', { contact: 'parentcontactid' }),
            aLookup('qualifyingopportunityid', { opportunity: 'qualifyingopportunityid' }),
            currency,
            aColumn('llc_statusnote', { type: 'Memo', maxLength: 2000 }),
            aColumn('leadid', { type: 'Uniqueidentifier', maxLength: null }),
            aColumn('importsequencenumber', { type: 'Integer', maxLength: null }),
            system('createdon', 'DateTime'),
            system('statecode', 'State'),
        ]),
        account: aTable('account', 'accounts', [
            ...reachedBy,
            aColumn('name', { maxLength: 20 }),
            aColumn('address1_city'),
            aColumn('sic', { validForCreate: false, validForUpdate: false }),
            choice('industrycode', 1, 2),
            yesNo('donotphone'),
            aLookup('primarycontactid', { contact: 'primarycontactid' }),
            aLookup('casereference', { account: 'casereference' }),
            currency,
            originatingLead,
        ]),
        contact: aTable('contact', 'contacts', [
            ...reachedBy,
            aColumn('fullname', { validForCreate: false, validForUpdate: false, maxLength: 160 }),
            aColumn('firstname'),
            aColumn('lastname'),
            aColumn('jobtitle', { maxLength: 100 }),
            yesNo('donotphone'),
            aLookup('parentcustomerid', { account: 'parentcustomerid_account', contact: 'parentcustomerid_contact' }),
            currency,
            originatingLead,
        ]),
        opportunity: aTable('opportunity', 'opportunities', [
            aColumn('name', { maxLength: 30 }),
            aColumn('description', { type: 'Memo', maxLength: 2000 }),
            money('estimatedvalue'),
            aColumn('estimatedclosedate', { type: 'DateTime', maxLength: null }),
            yesNo('decisionmaker'),
            aLookup('campaignid', { campaign: 'campaignid' }),
            aLookup('customerid', { account: 'customerid_account', contact: 'customerid_contact' }),
            aLookup('parentaccountid', { account: 'parentaccountid' }),
            aLookup('parentcontactid', { contact: 'parentcontactid' }),
            aLookup('ownerid', { systemuser: 'ownerid', team: 'ownerid' }),
            currency,
            originatingLead,
        ]),
        process: new Map<string, Readonly<Record<string, string>>>([
            ['leadid', { lead: 'leadId' }],
            ['opportunityid', { opportunity: 'opportunityId' }],
        ]),
        activities: new Map([
            ['task', { entitySet: 'tasks', regardingOpportunity: 'regardingobjectid_opportunity_task' }],
        ]),
        entitySets: {
            account: 'accounts',
            contact: 'contacts',
            opportunity: 'opportunities',
            lead: 'leads',
            campaign: 'campaigns',
            incident: 'incidents',
            systemuser: 'systemusers',
            transactioncurrency: 'transactioncurrencies',
        },
    },
    hasDuplicateRule: () => true,
    maps: mapsOf({
        account: [
            'companyname name',
            'emailaddress1 emailaddress1',
            'telephone1 telephone1',
            'websiteurl websiteurl',
            'industrycode industrycode',
            'donotphone donotphone',
            'sic sic',
            'originatingcaseid casereference',
            'transactioncurrencyid transactioncurrencyid',
        ],
        contact: [
            'firstname firstname',
            'lastname lastname',
            'jobtitle jobtitle',
            'emailaddress1 emailaddress1',
            'telephone1 telephone1',
            'donotphone donotphone',
        ],
        opportunity: [
            'subject name',
            'description description',
            'estimatedamount estimatedvalue',
            'estimatedclosedate estimatedclosedate',
            'decisionmaker decisionmaker',
            'parentaccountid parentaccountid',
            'parentcontactid parentcontactid',
            'transactioncurrencyid transactioncurrencyid',
        ],
    }),
};

/** @param pairs `source target` by target table */
export function mapsOf(pairs: Readonly<Record<'account' | 'contact' | 'opportunity', readonly string[]>>): EntityMaps {
    const read = (all: readonly string[]): { source: string; target: string }[] =>
        all.map((pair) => {
            const [source = '', target = ''] = pair.split(' ');
            return { source, target };
        });
    return { account: read(pairs.account), contact: read(pairs.contact), opportunity: read(pairs.opportunity) };
}

export function aMatch(table: Party, rest: Partial<Match> = {}): Match {
    return {
        table,
        id: table === Table.account ? '2aa00000-0000-4000-8000-000000000001' : '2bb00000-0000-4000-8000-000000000001',
        name: 'Somebody',
        detail: '',
        etag: 'W/"7"',
        score: 90,
        reasons: ['email'],
        row: {},
        ...rest,
    };
}

/** What is known of a lead that nothing speaks against. */
export function anInput(lead: Row = {}, rest: Partial<QualificationInput> = {}): QualificationInput {
    const configuration = defaultConfiguration(1033);
    const row = aLead({ '@odata.etag': 'W/"5"', ...lead });
    return {
        ...assembleInput({ user: { id: USER_ID, roles: [], language: 1033 }, configuration, statusReasons }, metadata, {
            lead: row,
            matches: { account: [], contact: [] },
            followers: { activities: [], notes: [], stakeholders: [], competitors: [] },
            process: { instanceId: null, path: [], repairTo: null },
        }),
        leadId: LEAD_ID,
        verdict: judge(Gate.qualify, configuration.criteria, row),
        ...rest,
    };
}
