/**
 * Choice values, once each.
 * Stock values: Microsoft Learn, "lead EntityType", "opportunity EntityType" and "leadtoopportunitysalesprocess
 * EntityType" of the Dynamics 365 Web API reference. Our own start at the publisher's option value prefix 61740.
 */

export const LeadState = { open: 0, qualified: 1, disqualified: 2 } as const;
export type LeadState = (typeof LeadState)[keyof typeof LeadState];

/** Stock status reasons. Makers may add more, so nothing may rely on this list being complete. */
export const LeadStatus = {
    new: 1,
    contacted: 2,
    qualified: 3,
    lost: 4,
    cannotContact: 5,
    noLongerInterested: 6,
    canceled: 7,
} as const;

export const PurchaseTimeframe = { unknown: 4 } as const;
export const PurchaseProcess = { unknown: 2 } as const;

export const RowState = { active: 0, inactive: 1 } as const;

export const Test = {
    hasValue: 617400000,
    equals: 617400001,
    doesNotEqual: 617400002,
    atLeast: 617400003,
    atMost: 617400004,
    oneOf: 617400005,
    isYes: 617400006,
} as const;
export type Test = (typeof Test)[keyof typeof Test];

export const Gate = { qualify: 617400000, develop: 617400001, propose: 617400002, close: 617400003 } as const;
export type Gate = (typeof Gate)[keyof typeof Gate];

export const Enforcement = { block: 617400000, warn: 617400001 } as const;
export type Enforcement = (typeof Enforcement)[keyof typeof Enforcement];

/** `Status` of QualifyLead that stands for the default status reason of Qualified. */
export const DEFAULT_STATUS = -1;

/**
 * Stages of the stock Lead to Opportunity Sales Process. Their categories (0 Qualify, 1 Develop, 2 Propose, 3 Close)
 * are values of the choice `processstage_category`.
 */
export const Stage = {
    qualify: 'f99b4d48-7aad-456e-864a-8e7d543f7495',
    develop: 'bfc9108c-8389-406b-9166-2c3298a2e41f',
    propose: '3a275c22-fc45-4e89-97fc-41e5ec578743',
} as const;

export const StageCategory = { qualify: 0, develop: 1, propose: 2, close: 3 } as const;

/** Microsoft Learn, "getSaveMode (Client API reference)". */
export const SaveMode = {
    save: 1,
    saveAndClose: 2,
    deactivate: 5,
    reactivate: 6,
    disqualify: 15,
    qualify: 16,
    saveAndNew: 59,
    autoSave: 70,
} as const;

/** Microsoft Learn, "Web service error codes": DuplicateRecordsFound. */
export const DUPLICATE_RECORDS_FOUND = 0x80040333;
