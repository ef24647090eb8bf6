import { Enforcement, Gate, PurchaseProcess, PurchaseTimeframe, Test } from '../choices';
import { LeadColumn, OpportunityColumn } from '../columns';
import type { Criterion } from '../configuration/criterion';
import { defaultId } from './default-id';
import type { Language, Texts } from './language';

interface DefaultCriterion {
    /** Of its id; see `defaultId`. */
    readonly number: number;
    readonly name: Texts;
    readonly column: string;
    readonly test: Test;
    readonly testValue?: number;
    readonly weight: number;
    readonly gate: Gate;
    readonly enforcement: Enforcement;
    readonly message: Texts;
}

/** BANT for the lead, then what each stage of the opportunity should leave behind. Weights of a gate add up to 100. */
const CRITERIA: readonly DefaultCriterion[] = [
    {
        number: 1,
        name: { 1033: 'Budget is known', 1036: 'Le budget est connu' },
        column: LeadColumn.budgetAmount,
        test: Test.hasAValue,
        weight: 25,
        gate: Gate.qualify,
        enforcement: Enforcement.block,
        message: { 1033: 'Enter the budget amount.', 1036: 'Saisissez le montant du budget.' },
    },
    {
        number: 2,
        name: { 1033: 'Decision maker is identified', 1036: 'Le décideur est identifié' },
        column: LeadColumn.decisionMaker,
        test: Test.isYes,
        weight: 25,
        gate: Gate.qualify,
        enforcement: Enforcement.block,
        message: { 1033: 'Identify the decision maker.', 1036: 'Identifiez le décideur.' },
    },
    {
        number: 3,
        name: { 1033: 'Need is known', 1036: 'Le besoin est connu' },
        column: LeadColumn.need,
        test: Test.hasAValue,
        weight: 20,
        gate: Gate.qualify,
        enforcement: Enforcement.block,
        message: { 1033: 'Find out how strong the need is.', 1036: 'Déterminez l’importance du besoin.' },
    },
    {
        number: 4,
        name: { 1033: 'Purchase timeframe is known', 1036: 'Le délai d’achat est connu' },
        column: LeadColumn.purchaseTimeframe,
        test: Test.doesNotEqual,
        testValue: PurchaseTimeframe.unknown,
        weight: 20,
        gate: Gate.qualify,
        enforcement: Enforcement.block,
        message: { 1033: 'Find out when they want to buy.', 1036: 'Déterminez quand l’achat est prévu.' },
    },
    {
        number: 5,
        name: { 1033: 'Purchase process is known', 1036: 'Le processus d’achat est connu' },
        column: LeadColumn.purchaseProcess,
        test: Test.doesNotEqual,
        testValue: PurchaseProcess.unknown,
        weight: 10,
        gate: Gate.qualify,
        enforcement: Enforcement.warn,
        message: { 1033: 'Find out how they decide.', 1036: 'Déterminez comment la décision est prise.' },
    },
    {
        number: 6,
        name: { 1033: 'Customer need is described', 1036: 'Le besoin du client est décrit' },
        column: OpportunityColumn.customerNeed,
        test: Test.hasAValue,
        weight: 60,
        gate: Gate.develop,
        enforcement: Enforcement.block,
        message: { 1033: 'Describe what the customer needs.', 1036: 'Décrivez le besoin du client.' },
    },
    {
        number: 7,
        name: { 1033: 'Solution is proposed', 1036: 'Une solution est proposée' },
        column: OpportunityColumn.proposedSolution,
        test: Test.hasAValue,
        weight: 40,
        gate: Gate.develop,
        enforcement: Enforcement.warn,
        message: { 1033: 'Outline the proposed solution.', 1036: 'Esquissez la solution proposée.' },
    },
    {
        number: 8,
        name: { 1033: 'Proposal is developed', 1036: 'La proposition est élaborée' },
        column: OpportunityColumn.developProposal,
        test: Test.isYes,
        weight: 60,
        gate: Gate.propose,
        enforcement: Enforcement.block,
        message: { 1033: 'Complete the proposal.', 1036: 'Terminez la proposition.' },
    },
    {
        number: 9,
        name: { 1033: 'Proposal is presented', 1036: 'La proposition est présentée' },
        column: OpportunityColumn.presentProposal,
        test: Test.isYes,
        weight: 40,
        gate: Gate.propose,
        enforcement: Enforcement.warn,
        message: { 1033: 'Present the proposal to the customer.', 1036: 'Présentez la proposition au client.' },
    },
    {
        number: 10,
        name: { 1033: 'Decision date is confirmed', 1036: 'La date de décision est confirmée' },
        column: OpportunityColumn.finalDecisionDate,
        test: Test.hasAValue,
        weight: 60,
        gate: Gate.close,
        enforcement: Enforcement.block,
        message: { 1033: 'Confirm the decision date.', 1036: 'Confirmez la date de décision.' },
    },
    {
        number: 11,
        name: { 1033: 'Final proposal is presented', 1036: 'La proposition finale est présentée' },
        column: OpportunityColumn.presentFinalProposal,
        test: Test.isYes,
        weight: 40,
        gate: Gate.close,
        enforcement: Enforcement.warn,
        message: { 1033: 'Present the final proposal.', 1036: 'Présentez la proposition finale.' },
    },
];

/** The default criteria, with texts in one language. */
export function defaultCriteria(language: Language): readonly Criterion[] {
    return CRITERIA.map(({ number, name, column, test, testValue, weight, gate, enforcement, message }, index) => ({
        id: defaultId('criterion', number),
        name: name[language],
        column,
        test,
        testValue: testValue === undefined ? '' : String(testValue),
        weight,
        gate,
        enforcement,
        message: message[language],
        order: (index + 1) * 10,
    }));
}
