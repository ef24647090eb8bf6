import type { ColumnNames } from './generated/columns';

/**
 * Every table and column name that the lifecycle uses, once. Enumerations, because the bundler writes their values
 * where they are used and drops the rest.
 */

export enum Table {
    lead = 'lead',
    opportunity = 'opportunity',
    account = 'account',
    contact = 'contact',
    systemUser = 'systemuser',
    note = 'annotation',
    currency = 'transactioncurrency',
    competitor = 'competitor',
    statusTransition = 'llc_statustransition',
    disqualificationReason = 'llc_disqualificationreason',
    criterion = 'llc_criterion',
    statusHistory = 'llc_statushistory',
    /** Instances of the stock process "Lead to Opportunity Sales Process". */
    salesProcess = 'leadtoopportunitysalesprocess',
    environmentVariable = 'environmentvariabledefinition',
}

/** Names in Web API addresses and in `@odata.bind`. */
export enum EntitySet {
    lead = 'leads',
    account = 'accounts',
    contact = 'contacts',
    opportunity = 'opportunities',
    systemUser = 'systemusers',
    statusTransition = 'llc_statustransitions',
    disqualificationReason = 'llc_disqualificationreasons',
    criterion = 'llc_criteria',
    statusHistory = 'llc_statushistories',
    processStage = 'processstages',
    competitor = 'competitors',
    currency = 'transactioncurrencies',
    salesProcess = 'leadtoopportunitysalesprocesses',
    activity = 'activitypointers',
    note = 'annotations',
    connection = 'connections',
    connectionRole = 'connectionroles',
}

export enum LeadColumn {
    id = 'leadid',
    topic = 'subject',
    fullName = 'fullname',
    firstName = 'firstname',
    lastName = 'lastname',
    companyName = 'companyname',
    jobTitle = 'jobtitle',
    email = 'emailaddress1',
    parentAccount = 'parentaccountid',
    parentContact = 'parentcontactid',
    /** The opportunity that qualifying has led to. */
    qualifyingOpportunity = 'qualifyingopportunityid',
    campaign = 'campaignid',
    currency = 'transactioncurrencyid',
    state = 'statecode',
    status = 'statuscode',
    createdOn = 'createdon',
    modifiedOn = 'modifiedon',
    modifiedBy = 'modifiedby',
    budgetAmount = 'budgetamount',
    decisionMaker = 'decisionmaker',
    need = 'need',
    purchaseTimeframe = 'purchasetimeframe',
    purchaseProcess = 'purchaseprocess',
    disqualificationReason = 'llc_disqualificationreasonid',
    disqualificationNote = 'llc_disqualificationnote',
    revisitOn = 'llc_revisiton',
    /** The seller chose never to look again: without it, a reason's day takes the place of none. */
    noRevisit = 'llc_norevisit',
    previousStatus = 'llc_previousstatuscode',
    qualificationProgress = 'llc_qualificationprogress',
    /** Travels with a change of status reason; the status history keeps it, and the lead never does. */
    statusNote = 'llc_statusnote',
}

export enum OpportunityColumn {
    id = 'opportunityid',
    name = 'name',
    customer = 'customerid',
    currency = 'transactioncurrencyid',
    state = 'statecode',
    status = 'statuscode',
    estimatedValue = 'estimatedvalue',
    estimatedCloseDate = 'estimatedclosedate',
    totalAmount = 'totalamount',
    /** Whether the estimated revenue is the sum of the products instead of the seller's own figure. */
    isRevenueSystemCalculated = 'isrevenuesystemcalculated',
    actualValue = 'actualvalue',
    actualCloseDate = 'actualclosedate',
    parentAccount = 'parentaccountid',
    parentContact = 'parentcontactid',
    owner = 'ownerid',
    modifiedBy = 'modifiedby',
    modifiedOn = 'modifiedon',
    customerNeed = 'customerneed',
    proposedSolution = 'proposedsolution',
    developProposal = 'developproposal',
    presentProposal = 'presentproposal',
    finalDecisionDate = 'finaldecisiondate',
    presentFinalProposal = 'presentfinalproposal',
}

/** The lead that an account, a contact or an opportunity was made from. */
export const ORIGINATING_LEAD = 'originatingleadid';

export enum AccountColumn {
    name = 'name',
    primaryContact = 'primarycontactid',
    city = 'address1_city',
    website = 'websiteurl',
}

export enum ContactColumn {
    fullName = 'fullname',
    firstName = 'firstname',
    lastName = 'lastname',
    /** The account that the contact belongs to. */
    company = 'parentcustomerid',
    jobTitle = 'jobtitle',
}

/** Columns by which leads, accounts and contacts are reached; each table has those that it has. */
export const EMAIL_COLUMNS = ['emailaddress1', 'emailaddress2', 'emailaddress3'] as const;
export const PHONE_COLUMNS = ['telephone1', 'telephone2', 'telephone3', 'mobilephone'] as const;

/** Columns of lead by which accounts and contacts are found that it may stand for. */
export const MATCHED_COLUMNS: readonly string[] = [
    LeadColumn.firstName,
    LeadColumn.lastName,
    LeadColumn.companyName,
    LeadColumn.parentAccount,
    LeadColumn.parentContact,
    AccountColumn.website,
    ...EMAIL_COLUMNS,
    ...PHONE_COLUMNS,
];

/** Of a note in the timeline. */
export enum NoteColumn {
    title = 'subject',
    text = 'notetext',
    /** Before the table's name: the navigation property of the row that the note is about. */
    about = 'objectid_',
}

export enum TransitionColumn {
    id = 'llc_statustransitionid',
    name = 'llc_name',
    from = 'llc_fromstatuscode',
    to = 'llc_tostatuscode',
    requiredColumns = 'llc_requiredcolumns',
    noteRequired = 'llc_noterequired',
    requiredRole = 'llc_requiredrole',
    message = 'llc_message',
    state = 'statecode',
}

export enum ReasonColumn {
    id = 'llc_disqualificationreasonid',
    name = 'llc_name',
    status = 'llc_statuscode',
    /** Label of the status reason, for lists: those show a whole number as it is. */
    statusName = 'llc_statusname',
    noteRequired = 'llc_noterequired',
    revisitAfterDays = 'llc_revisitafterdays',
    order = 'llc_order',
    state = 'statecode',
}

export enum CriterionColumn {
    id = 'llc_criterionid',
    name = 'llc_name',
    column = 'llc_columnname',
    test = 'llc_test',
    testValue = 'llc_testvalue',
    weight = 'llc_weight',
    gate = 'llc_gate',
    enforcement = 'llc_enforcement',
    message = 'llc_message',
    order = 'llc_order',
    state = 'statecode',
}

export enum HistoryColumn {
    id = 'llc_statushistoryid',
    name = 'llc_name',
    lead = 'llc_leadid',
    from = 'llc_fromstatuscode',
    to = 'llc_tostatuscode',
    changedBy = 'llc_changedbyid',
    changedOn = 'llc_changedon',
    daysInFormer = 'llc_daysinformer',
    note = 'llc_note',
    reason = 'llc_disqualificationreasonid',
}

/** Of a process instance. Ours names none of them, so the generated names do not either. */
export enum ProcessColumn {
    id = 'businessprocessflowinstanceid',
    lead = 'leadid',
    opportunity = 'opportunityid',
    activeStage = 'activestageid',
    traversedPath = 'traversedpath',
    state = 'statecode',
    status = 'statuscode',
}

/**
 * Single-valued navigation properties of our own lookups. They carry the schema name's capitals, as Dataverse names
 * those of custom columns (Microsoft Learn, "Web API navigation properties").
 */
export enum Navigation {
    /** Of lead and of its history. */
    disqualificationReason = 'llc_DisqualificationReasonId',
    leadParentAccount = 'parentaccountid',
    leadParentContact = 'parentcontactid',
    /** Of a connection; the table that it connects stands behind. */
    connectedFrom = 'record1id_',
    connectedTo = 'record2id_',
    historyLead = 'llc_LeadId',
    historyChangedBy = 'llc_ChangedById',
}

/** Columns of a table; does not compile with a name that the metadata does not know. */
type ColumnsOf<Name extends keyof ColumnNames, Column extends ColumnNames[Name]> = Record<Name, Column>;

/** The enumerations above, held against the generated names. */
export type NamedColumns = ColumnsOf<'lead', `${LeadColumn}`> &
    ColumnsOf<'opportunity', `${OpportunityColumn}`> &
    ColumnsOf<'llc_statustransition', `${TransitionColumn}`> &
    ColumnsOf<'llc_disqualificationreason', `${ReasonColumn}`> &
    ColumnsOf<'llc_criterion', `${CriterionColumn}`> &
    ColumnsOf<'llc_statushistory', `${HistoryColumn}`>;

/** Lookups of lead and opportunity whose value the Web API answers as `_<column>_value`. */
const LOOKUPS: ReadonlySet<string> = new Set([
    'campaignid',
    'customerid',
    'modifiedby',
    'originatingcaseid',
    'originatingleadid',
    'ownerid',
    'parentaccountid',
    'parentcontactid',
    'pricelevelid',
    'qualifyingopportunityid',
    'transactioncurrencyid',
    LeadColumn.disqualificationReason,
]);

/**
 * Lookups of lead that may refer to rows of several tables. A rule can only ask whether they hold a value: the plug-ins
 * cannot compare the id behind one.
 */
const LOOKUPS_TO_SEVERAL_TABLES: ReadonlySet<string> = new Set(['customerid', 'ownerid']);

export function refersToSeveralTables(column: string): boolean {
    return LOOKUPS_TO_SEVERAL_TABLES.has(column);
}

/** What the Web API calls the column in `$select` and in a row. */
export function selectName(column: string): string {
    return LOOKUPS.has(column) ? `_${column}_value` : column;
}
