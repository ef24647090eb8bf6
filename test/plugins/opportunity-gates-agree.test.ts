import fc from 'fast-check';
import {
    Enforcement,
    Gate,
    OpportunityState,
    ProcessStatus,
    Stage,
    StageCategory,
    Test,
} from '../../lifecycle/choices';
import { linesText, stageGapsText } from '../../lifecycle/criteria/gaps-text';
import { judge, judgeGates } from '../../lifecycle/criteria/gate';
import type { Language } from '../../lifecycle/defaults';
import { gateOf } from '../../lifecycle/stage-gate/stage-gate';
import { stagesLeft } from '../../lifecycle/stage-gate/stages-left';
import { criterionRow, guardSwitch, languages, type GuardSwitch } from './generated';
import type { PlainRow } from './in-memory-rows';
import { runAutomated } from './run-plugin';
import { configurationOf, environmentRows, labelOfColumn, textIn } from './the-same-as-lifecycle';

const OPPORTUNITY_ID = '0cc00000-0000-4000-8000-000000000001';
const PROCESS_ID = '919e14d1-6489-4852-abd0-a63a6ecaac5d';

/** The stock process, whose last stage is known by its category alone. */
const STAGES = [
    { id: Stage.qualify, name: 'Qualify', category: StageCategory.qualify },
    { id: Stage.develop, name: 'Develop', category: StageCategory.develop },
    { id: Stage.propose, name: 'Propose', category: StageCategory.propose },
    { id: '0dd00000-0000-4000-8000-000000000004', name: 'Close', category: StageCategory.close },
] as const;
type ProcessStage = (typeof STAGES)[number];

const stageRows = STAGES.map(({ id, name, category }) => ({
    processstageid: id,
    stagename: name,
    stagecategory: category,
    processid: PROCESS_ID,
}));

const opportunities: fc.Arbitrary<PlainRow> = fc.record({
    customerneed: fc.constantFrom(null, '', ' ', 'Ten vans'),
    proposedsolution: fc.constantFrom(null, 'Leasing', '12'),
    developproposal: fc.constantFrom(null, true, false),
    presentproposal: fc.constantFrom(null, true, false),
    presentfinalproposal: fc.constantFrom(null, true, false),
    finaldecisiondate: fc.constantFrom(null, '2026-01-31', '2027-02-01'),
    estimatedvalue: fc.constantFrom(null, 0, 12, 250000.5),
    closeprobability: fc.constantFrom(null, 0, 50, 100),
    opportunityratingcode: fc.constantFrom(null, 1, 2, 3),
    parentaccountid: fc.constantFrom(null, '0bb00000-0000-4000-8000-000000000001'),
    customerid: fc.constantFrom(null, '0bb00000-0000-4000-8000-000000000001'),
});

const COLUMNS = [
    'customerneed',
    'proposedsolution',
    'developproposal',
    'presentproposal',
    'presentfinalproposal',
    'finaldecisiondate',
    'estimatedvalue',
    'closeprobability',
    'opportunityratingcode',
    'parentaccountid',
    'customerid',
    'nosuchcolumn',
];

const criterionRows = fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    {
        weight: 6,
        arbitrary: fc.array(
            fc
                .tuple(
                    criterionRow,
                    fc.record({
                        llc_columnname: fc.constantFrom(null, ...COLUMNS, ' CustomerNeed '),
                        llc_test: fc.constantFrom(...Object.values(Test), Test.hasAValue, Test.isYes),
                        llc_gate: fc.constantFrom(...Object.values(Gate), null),
                        llc_enforcement: fc.constantFrom(Enforcement.block, Enforcement.warn, null),
                    }),
                )
                .map(([row, more]) => ({ ...row, ...more })),
            { minLength: 1, maxLength: 9 },
        ),
    },
);

interface Case {
    readonly criteria: readonly PlainRow[];
    readonly opportunity: PlainRow;
    readonly guard: GuardSwitch;
    readonly language: Language;
}

const cases: fc.Arbitrary<Case> = fc.record({
    criteria: criterionRows,
    opportunity: opportunities,
    guard: guardSwitch,
    language: languages,
});

const stages = fc.constantFrom(...STAGES);

const rowsOf = ({ criteria, guard }: Case, opportunity: PlainRow) => ({
    ...environmentRows([], criteria, [], guard),
    processstage: stageRows,
    opportunity: [{ ...opportunity, opportunityid: OPPORTUNITY_ID }],
});

/** An instance that went through every stage up to one. */
const instanceAt = (stage: ProcessStage): PlainRow => ({
    businessprocessflowinstanceid: '0ff00000-0000-4000-8000-000000000001',
    processid: PROCESS_ID,
    opportunityid: OPPORTUNITY_ID,
    activestageid: stage.id,
    traversedpath: STAGES.slice(0, STAGES.indexOf(stage) + 1)
        .map(({ id }) => id)
        .join(','),
    statuscode: ProcessStatus.active,
    statecode: 0,
});

/** What the form says of the stages that are left; null where they may be. */
function formSays(each: Case, left: readonly ProcessStage[]): string | null {
    const { guard, language, opportunity } = each;
    const configuration = configurationOf(rowsOf(each, opportunity), guard, language);
    const guarded = left.filter((stage) => stage.id !== Stage.qualify);
    const gates = guarded.map(gateOf).filter((gate) => gate !== null);
    const { blocking } = judgeGates(gates, configuration.criteria, opportunity);
    if (configuration.guardIsOff || blocking.length === 0) return null;
    const names = guarded.map(({ name }) => name).join(', ');
    return stageGapsText(names, blocking, labelOfColumn(language, 'opportunity'), textIn(language));
}

function serverSays(each: Case, given: PlainRow, before: PlainRow, state: number = OpportunityState.open) {
    const rows = rowsOf(each, { ...each.opportunity, statecode: state });
    return runAutomated('llc_ProcessStageGuard', { rows, language: each.language }, given, before).refusal;
}

describe('the gates of an opportunity', () => {
    it('are held alike by form and server at every move of the process', () => {
        const seen = { open: 0, shut: 0 };
        fc.assert(
            fc.property(cases, stages, stages, (each, from, to) => {
                const isForward = STAGES.indexOf(to) > STAGES.indexOf(from);
                const words = isForward ? formSays(each, stagesLeft(STAGES, from, to.id)) : null;
                const { activestageid, traversedpath } = instanceAt(to);
                expect(serverSays(each, { activestageid, traversedpath }, instanceAt(from))).toBe(words);
                seen[words === null ? 'open' : 'shut'] += 1;
            }),
            { numRuns: 4000, seed: 20261126 },
        );
        expect(seen.open).toBeGreaterThan(1000);
        expect(seen.shut).toBeGreaterThan(250);
    });

    it('are held alike when the process is finished, and not when it is given up or taken up again', () => {
        const statuses = fc.constantFrom(...Object.values(ProcessStatus));
        fc.assert(
            fc.property(cases, stages, statuses, statuses, (each, stage, former, status) => {
                const finishes = status === ProcessStatus.finished && former !== ProcessStatus.finished;
                // Whoever finishes early leaves every stage that is still ahead.
                const words = finishes ? formSays(each, STAGES.slice(STAGES.indexOf(stage))) : null;
                const before = { ...instanceAt(stage), statuscode: former };
                expect(serverSays(each, { statuscode: status }, before)).toBe(words);
            }),
            { numRuns: 600, seed: 20261127 },
        );
    });

    it('are passed once the opportunity is closed, for its process ends with it', () => {
        const closed = fc.constantFrom(OpportunityState.won, OpportunityState.lost);
        fc.assert(
            fc.property(cases, stages, closed, (each, stage, state) => {
                const given = { statuscode: ProcessStatus.finished };
                expect(serverSays(each, given, instanceAt(stage), state)).toBeNull();
            }),
            { numRuns: 200, seed: 20261128 },
        );
    });

    it('keep it from being won in the words of the dialog, but not from being lost', () => {
        const states = fc.constantFrom(...Object.values(OpportunityState));
        const seen = { open: 0, shut: 0 };
        fc.assert(
            fc.property(cases, states, states, (each, former, state) => {
                const { guard, language, opportunity } = each;
                const rows = rowsOf(each, opportunity);
                const configuration = configurationOf(rows, guard, language);
                const { blocking } = judge(Gate.close, configuration.criteria, opportunity);
                const isHeld = state === OpportunityState.won && former !== OpportunityState.won;
                const text = textIn(language);
                const lines = linesText(blocking, labelOfColumn(language, 'opportunity'), text);
                const words =
                    isHeld && !configuration.guardIsOff && blocking.length > 0
                        ? `${text('opportunity.win.blocked')}\n${lines}`
                        : null;
                const before = { ...opportunity, opportunityid: OPPORTUNITY_ID, statecode: former };
                const { refusal } = runAutomated(
                    'llc_OpportunityWinGuard',
                    { rows, language },
                    { statecode: state },
                    before,
                );
                expect(refusal).toBe(words);
                seen[words === null ? 'open' : 'shut'] += 1;
            }),
            { numRuns: 2400, seed: 20261129 },
        );
        expect(seen.shut).toBeGreaterThan(50);
    });

    it('of a process of the makers are found by the categories of its stages', () => {
        const own = STAGES.map((stage, index) => ({ ...stage, id: `0dd00000-0000-4000-8000-00000000001${index}` }));
        const [, develop, propose] = own;
        if (!develop || !propose) throw new Error('The process has too few stages.');
        const rows = {
            ...environmentRows([], [], [], { default: 'yes', value: undefined }),
            processstage: own.map(({ id, name, category }) => ({
                processstageid: id,
                stagename: name,
                stagecategory: category,
                processid: PROCESS_ID,
            })),
            opportunity: [{ opportunityid: OPPORTUNITY_ID, statecode: OpportunityState.open }],
        };
        const before = { ...instanceAt(STAGES[1]), activestageid: develop.id, traversedpath: develop.id };
        const given = { activestageid: propose.id, traversedpath: `${develop.id},${propose.id}` };
        expect(runAutomated('llc_ProcessStageGuard', { rows, language: 1033 }, given, before).refusal).toBe(
            '“Develop” is complete once these are done:\n• Describe what the customer needs. (Customer Need)',
        );
    });
});
