import { LeadColumn } from '../../lifecycle/columns';

/** Columns of lead that the cards and the record beside them show, on top of those the lifecycle's rules use. */
export const CardColumn = {
    ...LeadColumn,
    jobTitle: 'jobtitle',
    rating: 'leadqualitycode',
    score: 'llc_score',
    grade: 'llc_grade',
} as const;

export const DetailColumn = {
    ...CardColumn,
    phone: 'telephone1',
    mobile: 'mobilephone',
    website: 'websiteurl',
    street: 'address1_line1',
    postalCode: 'address1_postalcode',
    city: 'address1_city',
    country: 'address1_country',
    industry: 'industrycode',
    employees: 'numberofemployees',
    revenue: 'revenue',
    source: 'leadsourcecode',
    estimatedAmount: 'estimatedamount',
    description: 'description',
    owner: 'ownerid',
} as const;

/** What a card needs of the data set, whatever columns the view shows. */
export const CARD_COLUMNS: readonly string[] = [
    CardColumn.fullName,
    CardColumn.topic,
    CardColumn.jobTitle,
    CardColumn.companyName,
    CardColumn.state,
    CardColumn.status,
    CardColumn.rating,
    CardColumn.score,
    CardColumn.grade,
    CardColumn.createdOn,
    CardColumn.qualificationProgress,
    CardColumn.budgetAmount,
    CardColumn.decisionMaker,
    CardColumn.need,
    CardColumn.purchaseTimeframe,
    CardColumn.purchaseProcess,
];

export const ActivityColumn = {
    id: 'activityid',
    subject: 'subject',
    description: 'description',
    type: 'activitytypecode',
    due: 'scheduledend',
    end: 'actualend',
    createdOn: 'createdon',
    modifiedOn: 'modifiedon',
    state: 'statecode',
    regarding: 'regardingobjectid',
} as const;

export const NoteColumn = {
    id: 'annotationid',
    subject: 'subject',
    text: 'notetext',
    fileName: 'filename',
    createdOn: 'createdon',
    createdBy: 'createdby',
    object: 'objectid',
} as const;

export const ActivityTable = {
    any: 'activitypointer',
    phoneCall: 'phonecall',
    note: 'annotation',
} as const;

/** Microsoft Learn, "activitypointer EntityType": 3 is an appointment that has been scheduled. */
export const ActivityState = { open: 0, completed: 1, canceled: 2, scheduled: 3 } as const;
