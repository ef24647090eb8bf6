import fc from 'fast-check';
import { Enforcement, Gate, LeadState, Test } from '../../lifecycle/choices';
import type { StatusReason } from '../../lifecycle/configuration/status-reason';
import { defaultCriteria, defaultTransitions, type Language } from '../../lifecycle/defaults';
import { rulesModel, NURTURING } from './data-model';
import type { PlainRow } from './in-memory-rows';

/** Configurations and leads as makers, sellers and other programs leave them: tidy, untidy and wrong. */

export const languages = fc.constantFrom<Language>(1033, 1036);
export const statusReasons = (language: Language): readonly StatusReason[] =>
    rulesModel.statusReasons.map(({ value, state, labels }) => ({ value, state, label: labels[language] }));

const ROLES = ['Sales Manager', 'Salesperson', 'Directrice régionale'];
export const roles = fc.subarray(ROLES);

/** What a maker writes for a role: with other capitals, with spaces around, or not at all. */
const writtenRole = fc.constantFrom(null, '', '  ', ...ROLES, 'sales manager', ' SALESPERSON ', 'Nobody');

const COLUMNS = [
    'subject',
    'companyname',
    'description',
    'budgetamount',
    'decisionmaker',
    'need',
    'purchasetimeframe',
    'estimatedclosedate',
    'lastonholdtime',
    'numberofemployees',
    'address1_latitude',
    'parentaccountid',
    'ownerid',
    'customerid',
    'statuscode',
    'new_fleetsize',
    'new_segments',
    'new_isleasing',
    'nosuchcolumn',
];

const columnList = fc
    .array(fc.constantFrom(...COLUMNS, 'CompanyName', ' subject'), { maxLength: 3 })
    .chain((names) => fc.constantFrom(',', ', ', ';', '\n', ' ').map((separator) => names.join(separator)));

export const status = fc.constantFrom(1, 2, 2, 3, 4, NURTURING);

const ids = fc.uuid({ version: 4 });
const rowState = fc.constantFrom(LeadState.open, LeadState.open, LeadState.open, 1);

export const transitionRow: fc.Arbitrary<PlainRow> = fc.record({
    llc_statustransitionid: ids,
    llc_fromstatuscode: fc.oneof({ weight: 20, arbitrary: status }, { weight: 1, arbitrary: fc.constant(null) }),
    llc_tostatuscode: status,
    llc_requiredcolumns: fc.oneof(fc.constant(null), columnList),
    llc_noterequired: fc.constantFrom(true, false, false, null),
    llc_requiredrole: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: writtenRole }),
    llc_message: fc.constantFrom(
        null,
        '',
        'Call first: “{0}” & "more"',
        ...defaultTransitions(1033).map((it) => it.message),
        ...defaultTransitions(1036).map((it) => it.message),
    ),
    statecode: rowState,
});

/** Few status reasons and many rows, so that several transitions lead the same way. */
export const transitionRows = fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 6, arbitrary: fc.array(transitionRow, { minLength: 1, maxLength: 24 }) },
);

const texts = fc.constantFrom(
    null,
    '',
    ' ',
    '\t\r\n',
    '\u00a0',
    'Munich',
    ' munich ',
    '12',
    '12.0',
    '-3.5',
    '.5',
    '5.',
    '5-',
    '1e3',
    '1,000',
    '50%',
    '$5',
    'yes',
    'true',
    '1',
    '0',
    '2026-01-31',
    '2026-01-31T10:00:00Z',
    '2026-01-3',
    '--',
    '-',
    '.',
    'München',
    '99999999999999999999999999999',
);

export const leadColumns: fc.Arbitrary<PlainRow> = fc.record({
    subject: texts,
    companyname: texts,
    description: texts,
    budgetamount: fc.constantFrom(null, 0, 12, 9999.99, 10000, 250000.5, -3.5),
    decisionmaker: fc.constantFrom(null, true, false),
    need: fc.constantFrom(null, 0, 1, 2),
    purchasetimeframe: fc.constantFrom(null, 0, 1, 4),
    estimatedclosedate: fc.constantFrom(null, '2026-01-31', '2026-11-21', '2027-02-01'),
    lastonholdtime: fc.constantFrom(null, '2026-01-31T00:30:00Z', '2026-01-31T23:30:00Z'),
    numberofemployees: fc.constantFrom(null, 0, 12, 500),
    address1_latitude: fc.constantFrom(null, 0, 48.13743, -33.5),
    parentaccountid: fc.constantFrom(null, '0bb00000-0000-4000-8000-000000000001'),
    ownerid: fc.constant('0ee00000-0000-4000-8000-000000000001'),
    customerid: fc.constantFrom(null, '0bb00000-0000-4000-8000-000000000001'),
    new_fleetsize: fc.constantFrom(null, 0, 12, 30),
    new_segments: fc.constantFrom(null, [1], [1, 12]),
    new_isleasing: fc.constantFrom(null, true, false),
});

export const notes = fc.constantFrom(null, '', ' \n', 'Because they called');

/** The variable that switches the rules off, and what an admin has set it to. */
export const guardSwitch: fc.Arbitrary<GuardSwitch> = fc.record({
    default: fc.constantFrom('yes', 'yes', 'yes', 'no', null),
    value: fc.constantFrom(undefined, undefined, undefined, 'no', ' NO ', 'false', '0', 'yes', '', 'perhaps'),
});

export interface GuardSwitch {
    readonly default: string | null;
    /** undefined where nobody has set one. */
    readonly value: string | undefined;
}
export const RULES_ARE_ON: GuardSwitch = { default: 'yes', value: undefined };

export const criterionRow: fc.Arbitrary<PlainRow> = fc.record({
    llc_criterionid: ids,
    llc_name: fc.constantFrom(
        'Budget',
        'Need',
        'alpha',
        'Zeta',
        'Écart',
        ...defaultCriteria(1036).map((it) => it.name),
    ),
    llc_columnname: fc.constantFrom(null, ' ', ...COLUMNS, ...COLUMNS, ' BudgetAmount '),
    llc_test: fc.constantFrom(...Object.values(Test), null),
    llc_testvalue: fc.oneof(
        texts,
        fc.constantFrom(
            '0',
            '4',
            '10000',
            '12;Munich, 5 ;',
            'oui',
            'Non',
            'no',
            ',',
            '0bb00000-0000-4000-8000-000000000001',
        ),
    ),
    llc_weight: fc.constantFrom(null, 0, 0, 1, 7, 25, 100),
    llc_gate: fc.constantFrom(Gate.qualify, Gate.qualify, Gate.qualify, Gate.develop, null),
    llc_enforcement: fc.constantFrom(Enforcement.block, Enforcement.warn, null),
    llc_message: fc.constantFrom(null, '', 'Find out.', ...defaultCriteria(1033).map((it) => it.message)),
    llc_order: fc.constantFrom(null, 1, 2, 3),
    statecode: rowState,
});

export const criterionRows = fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 6, arbitrary: fc.array(criterionRow, { minLength: 1, maxLength: 9 }) },
);
