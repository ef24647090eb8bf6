/**
 * Choice values, once each: those of the metadata under the names that the rules use, and those of the platform that
 * no choice of the metadata holds.
 */

export {
    CriterionEnforcement as Enforcement,
    CriterionGate as Gate,
    CriterionTest as Test,
    LeadPurchaseProcess as PurchaseProcess,
    LeadPurchaseTimeFrame as PurchaseTimeframe,
    LeadStateCode as LeadState,
    /** Stock status reasons. Makers may add more, so nothing may rely on this list being complete. */
    LeadStatusCode as LeadStatus,
    OpportunityStateCode as OpportunityState,
} from './generated/choices';

export const RowState = { active: 0, inactive: 1 } as const;

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

/** Status reasons of a process instance (Microsoft Learn, "Use business process flows with code"). */
export const ProcessStatus = { active: 1, finished: 2, aborted: 3 } as const;

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
