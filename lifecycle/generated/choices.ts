// Generated from the metadata by `npm run generate`. Do not edit.

export const LeadAddress1_AddressTypeCode = {
    defaultValue: 1,
} as const;
export type LeadAddress1_AddressTypeCode = (typeof LeadAddress1_AddressTypeCode)[keyof typeof LeadAddress1_AddressTypeCode];

export const LeadAddress1_ShippingMethodCode = {
    defaultValue: 1,
} as const;
export type LeadAddress1_ShippingMethodCode = (typeof LeadAddress1_ShippingMethodCode)[keyof typeof LeadAddress1_ShippingMethodCode];

export const LeadAddress2_AddressTypeCode = {
    defaultValue: 1,
} as const;
export type LeadAddress2_AddressTypeCode = (typeof LeadAddress2_AddressTypeCode)[keyof typeof LeadAddress2_AddressTypeCode];

export const LeadAddress2_ShippingMethodCode = {
    defaultValue: 1,
} as const;
export type LeadAddress2_ShippingMethodCode = (typeof LeadAddress2_ShippingMethodCode)[keyof typeof LeadAddress2_ShippingMethodCode];

export const LeadBudgetStatus = {
    noCommittedBudget: 0,
    mayBuy: 1,
    canBuy: 2,
    willBuy: 3,
} as const;
export type LeadBudgetStatus = (typeof LeadBudgetStatus)[keyof typeof LeadBudgetStatus];

export const LeadIndustryCode = {
    accounting: 1,
    agricultureAndNonPetrolNaturalResourceExtraction: 2,
    broadcastingPrintingAndPublishing: 3,
    brokers: 4,
    buildingSupplyRetail: 5,
    businessServices: 6,
    consulting: 7,
    consumerServices: 8,
    designDirectionAndCreativeManagement: 9,
    distributorsDispatchersAndProcessors: 10,
    doctorsOfficesAndClinics: 11,
    durableManufacturing: 12,
    eatingAndDrinkingPlaces: 13,
    entertainmentRetail: 14,
    equipmentRentalAndLeasing: 15,
    financial: 16,
    foodAndTobaccoProcessing: 17,
    inboundCapitalIntensiveProcessing: 18,
    inboundRepairAndServices: 19,
    insurance: 20,
    legalServices: 21,
    nonDurableMerchandiseRetail: 22,
    outboundConsumerService: 23,
    petrochemicalExtractionAndDistribution: 24,
    serviceRetail: 25,
    sIGAffiliations: 26,
    socialServices: 27,
    specialOutboundTradeContractors: 28,
    specialtyRealty: 29,
    transportation: 30,
    utilityCreationAndDistribution: 31,
    vehicleRetail: 32,
    wholesale: 33,
} as const;
export type LeadIndustryCode = (typeof LeadIndustryCode)[keyof typeof LeadIndustryCode];

export const LeadInitialCommunication = {
    contacted: 0,
    notContacted: 1,
} as const;
export type LeadInitialCommunication = (typeof LeadInitialCommunication)[keyof typeof LeadInitialCommunication];

export const LeadLeadQualityCode = {
    hot: 1,
    warm: 2,
    cold: 3,
} as const;
export type LeadLeadQualityCode = (typeof LeadLeadQualityCode)[keyof typeof LeadLeadQualityCode];

export const LeadLeadSourceCode = {
    advertisement: 1,
    employeeReferral: 2,
    externalReferral: 3,
    partner: 4,
    publicRelations: 5,
    seminar: 6,
    tradeShow: 7,
    web: 8,
    wordOfMouth: 9,
    other: 10,
} as const;
export type LeadLeadSourceCode = (typeof LeadLeadSourceCode)[keyof typeof LeadLeadSourceCode];

export const Leadmsdyn_LeadGrade = {
    gradeA: 0,
    gradeB: 1,
    gradeC: 2,
    gradeD: 3,
} as const;
export type Leadmsdyn_LeadGrade = (typeof Leadmsdyn_LeadGrade)[keyof typeof Leadmsdyn_LeadGrade];

export const Leadmsdyn_LeadScoreTrend = {
    improving: 0,
    steady: 1,
    declining: 2,
    notEnoughInfo: 3,
} as const;
export type Leadmsdyn_LeadScoreTrend = (typeof Leadmsdyn_LeadScoreTrend)[keyof typeof Leadmsdyn_LeadScoreTrend];

export const Leadmsdyn_salesassignmentresult = {
    succeeded: 0,
    failed: 1,
} as const;
export type Leadmsdyn_salesassignmentresult = (typeof Leadmsdyn_salesassignmentresult)[keyof typeof Leadmsdyn_salesassignmentresult];

export const LeadNeed = {
    mustHave: 0,
    shouldHave: 1,
    goodToHave: 2,
    noNeed: 3,
} as const;
export type LeadNeed = (typeof LeadNeed)[keyof typeof LeadNeed];

export const LeadPreferredContactMethodCode = {
    any: 1,
    email: 2,
    phone: 3,
    fax: 4,
    mail: 5,
} as const;
export type LeadPreferredContactMethodCode = (typeof LeadPreferredContactMethodCode)[keyof typeof LeadPreferredContactMethodCode];

export const LeadPriorityCode = {
    defaultValue: 1,
} as const;
export type LeadPriorityCode = (typeof LeadPriorityCode)[keyof typeof LeadPriorityCode];

export const LeadPurchaseProcess = {
    individual: 0,
    committee: 1,
    unknown: 2,
} as const;
export type LeadPurchaseProcess = (typeof LeadPurchaseProcess)[keyof typeof LeadPurchaseProcess];

export const LeadPurchaseTimeFrame = {
    immediate: 0,
    thisQuarter: 1,
    nextQuarter: 2,
    thisYear: 3,
    unknown: 4,
} as const;
export type LeadPurchaseTimeFrame = (typeof LeadPurchaseTimeFrame)[keyof typeof LeadPurchaseTimeFrame];

export const LeadSalesStage = {
    qualify: 0,
} as const;
export type LeadSalesStage = (typeof LeadSalesStage)[keyof typeof LeadSalesStage];

export const LeadSalesStageCode = {
    defaultValue: 1,
} as const;
export type LeadSalesStageCode = (typeof LeadSalesStageCode)[keyof typeof LeadSalesStageCode];

export const LeadStateCode = {
    open: 0,
    qualified: 1,
    disqualified: 2,
} as const;
export type LeadStateCode = (typeof LeadStateCode)[keyof typeof LeadStateCode];

export const LeadStatusCode = {
    new: 1,
    contacted: 2,
    qualified: 3,
    lost: 4,
    cannotContact: 5,
    noLongerInterested: 6,
    canceled: 7,
} as const;
export type LeadStatusCode = (typeof LeadStatusCode)[keyof typeof LeadStatusCode];

export const OpportunityBudgetStatus = {
    noCommittedBudget: 0,
    mayBuy: 1,
    canBuy: 2,
    willBuy: 3,
} as const;
export type OpportunityBudgetStatus = (typeof OpportunityBudgetStatus)[keyof typeof OpportunityBudgetStatus];

export const OpportunityInitialCommunication = {
    contacted: 0,
    notContacted: 1,
} as const;
export type OpportunityInitialCommunication = (typeof OpportunityInitialCommunication)[keyof typeof OpportunityInitialCommunication];

export const Opportunitymsdyn_forecastcategory = {
    pipeline: 100000001,
    bestCase: 100000002,
    committed: 100000003,
    omitted: 100000004,
    won: 100000005,
    lost: 100000006,
} as const;
export type Opportunitymsdyn_forecastcategory = (typeof Opportunitymsdyn_forecastcategory)[keyof typeof Opportunitymsdyn_forecastcategory];

export const Opportunitymsdyn_OpportunityGrade = {
    gradeA: 0,
    gradeB: 1,
    gradeC: 2,
    gradeD: 3,
} as const;
export type Opportunitymsdyn_OpportunityGrade = (typeof Opportunitymsdyn_OpportunityGrade)[keyof typeof Opportunitymsdyn_OpportunityGrade];

export const Opportunitymsdyn_OpportunityScoreTrend = {
    improving: 0,
    steady: 1,
    declining: 2,
    notEnoughInfo: 3,
} as const;
export type Opportunitymsdyn_OpportunityScoreTrend = (typeof Opportunitymsdyn_OpportunityScoreTrend)[keyof typeof Opportunitymsdyn_OpportunityScoreTrend];

export const OpportunityNeed = {
    mustHave: 0,
    shouldHave: 1,
    goodToHave: 2,
    noNeed: 3,
} as const;
export type OpportunityNeed = (typeof OpportunityNeed)[keyof typeof OpportunityNeed];

export const OpportunityOpportunityRatingCode = {
    hot: 1,
    warm: 2,
    cold: 3,
} as const;
export type OpportunityOpportunityRatingCode = (typeof OpportunityOpportunityRatingCode)[keyof typeof OpportunityOpportunityRatingCode];

export const OpportunityPricingErrorCode = {
    none: 0,
    detailError: 1,
    missingPriceLevel: 2,
    inactivePriceLevel: 3,
    missingQuantity: 4,
    missingUnitPrice: 5,
    missingProduct: 6,
    invalidProduct: 7,
    missingPricingCode: 8,
    invalidPricingCode: 9,
    missingUOM: 10,
    productNotInPriceLevel: 11,
    missingPriceLevelAmount: 12,
    missingPriceLevelPercentage: 13,
    missingPrice: 14,
    missingCurrentCost: 15,
    missingStandardCost: 16,
    invalidPriceLevelAmount: 17,
    invalidPriceLevelPercentage: 18,
    invalidPrice: 19,
    invalidCurrentCost: 20,
    invalidStandardCost: 21,
    invalidRoundingPolicy: 22,
    invalidRoundingOption: 23,
    invalidRoundingAmount: 24,
    priceCalculationError: 25,
    invalidDiscountType: 26,
    discountTypeInvalidState: 27,
    invalidDiscount: 28,
    invalidQuantity: 29,
    invalidPricingPrecision: 30,
    missingProductDefaultUOM: 31,
    missingProductUOMSchedule: 32,
    inactiveDiscountType: 33,
    invalidPriceLevelCurrency: 34,
    priceAttributeOutOfRange: 35,
    baseCurrencyAttributeOverflow: 36,
    baseCurrencyAttributeUnderflow: 37,
    transactionCurrencyIsNotSetForTheProductPriceListItem: 38,
} as const;
export type OpportunityPricingErrorCode = (typeof OpportunityPricingErrorCode)[keyof typeof OpportunityPricingErrorCode];

export const OpportunityPriorityCode = {
    defaultValue: 1,
} as const;
export type OpportunityPriorityCode = (typeof OpportunityPriorityCode)[keyof typeof OpportunityPriorityCode];

export const OpportunityPurchaseProcess = {
    individual: 0,
    committee: 1,
    unknown: 2,
} as const;
export type OpportunityPurchaseProcess = (typeof OpportunityPurchaseProcess)[keyof typeof OpportunityPurchaseProcess];

export const OpportunityPurchaseTimeframe = {
    immediate: 0,
    thisQuarter: 1,
    nextQuarter: 2,
    thisYear: 3,
    unknown: 4,
} as const;
export type OpportunityPurchaseTimeframe = (typeof OpportunityPurchaseTimeframe)[keyof typeof OpportunityPurchaseTimeframe];

export const OpportunitySalesStage = {
    qualify: 0,
    develop: 1,
    propose: 2,
    close: 3,
} as const;
export type OpportunitySalesStage = (typeof OpportunitySalesStage)[keyof typeof OpportunitySalesStage];

export const OpportunitySalesStageCode = {
    defaultValue: 1,
} as const;
export type OpportunitySalesStageCode = (typeof OpportunitySalesStageCode)[keyof typeof OpportunitySalesStageCode];

export const OpportunitySkipPriceCalculation = {
    doPriceCalcAlways: 0,
    skipPriceCalcOnRetrieve: 1,
} as const;
export type OpportunitySkipPriceCalculation = (typeof OpportunitySkipPriceCalculation)[keyof typeof OpportunitySkipPriceCalculation];

export const OpportunityStateCode = {
    open: 0,
    won: 1,
    lost: 2,
} as const;
export type OpportunityStateCode = (typeof OpportunityStateCode)[keyof typeof OpportunityStateCode];

export const OpportunityStatusCode = {
    inProgress: 1,
    onHold: 2,
    won: 3,
    canceled: 4,
    outSold: 5,
} as const;
export type OpportunityStatusCode = (typeof OpportunityStatusCode)[keyof typeof OpportunityStatusCode];

export const OpportunityTimeLine = {
    immediate: 0,
    thisQuarter: 1,
    nextQuarter: 2,
    thisYear: 3,
    notKnown: 4,
} as const;
export type OpportunityTimeLine = (typeof OpportunityTimeLine)[keyof typeof OpportunityTimeLine];

export const CriterionEnforcement = {
    block: 617400000,
    warn: 617400001,
} as const;
export type CriterionEnforcement = (typeof CriterionEnforcement)[keyof typeof CriterionEnforcement];

export const CriterionGate = {
    qualify: 617400000,
    develop: 617400001,
    propose: 617400002,
    close: 617400003,
} as const;
export type CriterionGate = (typeof CriterionGate)[keyof typeof CriterionGate];

export const CriterionTest = {
    hasAValue: 617400000,
    equals: 617400001,
    doesNotEqual: 617400002,
    atLeast: 617400003,
    atMost: 617400004,
    oneOf: 617400005,
    isYes: 617400006,
} as const;
export type CriterionTest = (typeof CriterionTest)[keyof typeof CriterionTest];

export const Grade = {
    a: 617400000,
    b: 617400001,
    c: 617400002,
    d: 617400003,
} as const;
export type Grade = (typeof Grade)[keyof typeof Grade];
