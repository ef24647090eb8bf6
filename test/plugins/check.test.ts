import { buildPlugins, expandPlugins } from '../../plugins';
import type { ExpandedPlugin } from '../../plugins/build';
import { checkPlugins } from '../../plugins/check';
import type { Contract } from '../../plugins/contract';
import { expand } from '../../plugins/formula/expand';
import { rulesModel, tables } from './data-model';

const automated: Contract = {
    kind: 'automated',
    uniqueName: 'new_Try',
    name: 'Try',
    description: 'For the test',
    table: 'lead',
    messages: ['Update'],
    stage: 'preOperation',
    rank: 1,
    filteringColumns: ['statuscode'],
};
const callable: Contract = {
    kind: 'function',
    uniqueName: 'new_Ask',
    name: 'Ask',
    id: '0dd00000-0000-4000-8000-000000000001',
    label: { 1033: 'Ask', 1036: 'Demander' },
    description: { 1033: 'Ask', 1036: 'Demander' },
    tables: [],
    parameters: [{ name: 'Count', type: 'Integer', isRequired: true, description: 'How many' }],
    outputs: [{ name: 'Answer', type: 'String', description: 'What' }],
};

function plugin(contract: Contract, text: string): ExpandedPlugin {
    const formula = { file: 'plugins/automated/try/formula.fx', text };
    return { contract, formula, expanded: expand(formula, new Map()) };
}

const problems = (contract: Contract, text: string): readonly string[] =>
    checkPlugins([plugin(contract, text)], tables).map((problem) => problem.message);

describe('the plug-ins of this solution', () => {
    it('agree with the data model', () => {
        expect(checkPlugins(expandPlugins(rulesModel), tables).map(String)).toEqual([]);
    });

    it('run in the order that their rules need, guards first', () => {
        expect(
            buildPlugins(rulesModel).map(({ uniqueName, message, rank }) => `${rank} ${message} ${uniqueName}`),
        ).toEqual([
            '10 Create llc_LeadStartGuard',
            '10 Update llc_LeadTransitionGuard',
            '20 Update llc_LeadQualificationGuard',
            '20 Update llc_OpportunityWinGuard',
            '20 Update llc_ProcessStageGuard',
            '30 Update llc_LeadDisqualification',
            '35 Update llc_LeadReactivation',
            '40 Update llc_LeadStatusHistory',
            '50 Create llc_LeadProgressCreate',
            '50 Update llc_LeadProgressUpdate',
        ]);
    });

    it('have a case for a column of a maker as for any other', () => {
        const guard = buildPlugins(rulesModel).find((it) => it.uniqueName === 'llc_LeadTransitionGuard');
        expect(guard?.expression).toContain('row.new_fleetsize');
        expect(guard?.expression).toContain('"new_fleetsize", "Taille du parc"');
    });
});

describe('the check of a formula', () => {
    it.each([
        ['NewRecord.nosuchcolumn', "formula.fx:1:10: Name isn't valid. 'nosuchcolumn' isn't recognized."],
        ['Set(NewRecord.llc_revisiton,\n  "soon")', 'formula.fx:2:3: '],
        ['CountRows(nosuchtables)', 'formula.fx:1:11: '],
        ['User().Email', 'User is not supported in plug-ins of Dataverse'],
        ['If(true,\n  IsEmpty(leads))', 'formula.fx:2:3: IsEmpty is not supported in plug-ins of Dataverse'],
        ['Filter(leads As one, one.subject = "")', 'formula.fx:1:17: As is not supported in plug-ins of Dataverse'],
        ['Set(OldRecord.subject, "x")', 'formula.fx:1:14: '],
    ])('finds what is wrong with %s, with its place', (text, expected) => {
        expect(problems(automated, text).join('\n')).toContain(expected);
    });

    it('lets a formula pass that reads and sets columns of the row', () => {
        expect(
            problems(automated, 'If(OldRecord.statuscode <> NewRecord.statuscode, Set(NewRecord.subject, "x"))'),
        ).toEqual([]);
    });

    it('knows no former row of a row that is created', () => {
        expect(problems({ ...automated, messages: ['Create'] }, 'OldRecord.subject').join('\n')).toContain('OldRecord');
    });

    it('finds tables and filtering columns in the contract that do not exist', () => {
        expect(problems({ ...automated, filteringColumns: ['nosuch'] }, 'true')).toEqual([
            'plugins/automated/try/contract.json:1:1: "filteringColumns" names nosuch, which lead does not have',
        ]);
        expect(problems({ ...automated, table: 'nosuch' }, 'true').join()).toContain('"table" is nosuch');
    });

    it.each([
        ['{Answer: "yes"}', []],
        ['{Answer: Count}', ['the output Answer is Decimal, not Text']],
        ['{Other: "yes"}', ['"outputs" lacks Other', 'does not give the output Answer']],
        ['"yes"', ['not a record of the outputs']],
        ['{Answer: First(leads).subject}', ['"tables" lacks lead']],
    ])('holds the outputs of a function against its contract: %s', (text, expected) => {
        const found = problems(callable, text);
        expect(found).toHaveLength(expected.length);
        expected.forEach((part, index) => {
            expect(found[index]).toContain(part);
        });
    });
});
