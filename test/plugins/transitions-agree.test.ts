import fc from 'fast-check';
import { Decimal } from '../../local/powerfx';
import { LeadState } from '../../lifecycle/choices';
import { stateOf } from '../../lifecycle/configuration/status-reason';
import { isBlank } from '../../lifecycle/row';
import { decide } from '../../lifecycle/transitions/decide';
import { guardSwitch, languages, leadColumns, notes, roles, status, statusReasons, transitionRows } from './generated';
import type { PlainRow } from './in-memory-rows';
import { callFunction, runAutomated } from './run-plugin';
import { configurationOf, environmentRows, wordsOf } from './the-same-as-lifecycle';

const LEAD_ID = '0aa00000-0000-4000-8000-000000000001';

/** Leads and moves tried under each configuration; most moves follow one of its transitions. */
const moves = fc.array(
    fc.record({
        from: status,
        to: status,
        follows: fc.option(fc.nat(), { freq: 5 }),
        columns: leadColumns,
        statusNote: notes,
        closingNote: notes,
    }),
    { minLength: 12, maxLength: 12 },
);

interface Move {
    readonly from: number;
    readonly to: number;
    readonly follows: number | null;
}

function followed(move: Move, transitions: readonly PlainRow[]): Pick<Move, 'from' | 'to'> {
    const row = move.follows === null ? undefined : transitions[move.follows % transitions.length];
    const from = row?.['llc_fromstatuscode'];
    return typeof from === 'number' ? { from, to: Number(row?.['llc_tostatuscode']) } : move;
}

describe('the transition guard and the lifecycle', () => {
    it('give the same verdict, the same reasons and the same words for 12,000 moves', () => {
        const verdicts = new Map<string, number>();
        fc.assert(
            fc.property(
                transitionRows,
                guardSwitch,
                languages,
                roles,
                roles,
                moves,
                (transitions, guard, language, own, teams, list) => {
                    const rows = environmentRows(transitions, [], [], guard);
                    const configuration = configurationOf(rows, guard, language);
                    const rules = { ...configuration, statusReasons: statusReasons(language) };
                    const world = { rows, language, roles: own, teamRoles: teams };
                    for (const { columns, statusNote, closingNote, ...move } of list) {
                        const { from, to } = followed(move, transitions);
                        const [fromState, toState] = [from, to].map((it) => stateOf(it, rules.statusReasons));
                        const before = { ...columns, leadid: LEAD_ID, statuscode: from, statecode: fromState };
                        const given = {
                            statuscode: to,
                            statecode: toState,
                            llc_statusnote: statusNote,
                            llc_disqualificationnote: closingNote,
                        };
                        const closes = toState === LeadState.disqualified && fromState !== LeadState.disqualified;
                        const note = !isBlank(statusNote) ? statusNote : closes ? closingNote : null;
                        const facts = { lead: { ...before, ...given }, note: note ?? '', roles: [...own, ...teams] };
                        const decision = decide(from, to, rules, facts);
                        const words = wordsOf(decision, from, to, language);

                        expect(runAutomated('llc_LeadTransitionGuard', world, given, before).refusal).toBe(words);

                        const code = decision.allowed ? 'allowed' : decision.refusals.map((it) => it.code).join(',');
                        verdicts.set(code, (verdicts.get(code) ?? 0) + 1);
                    }
                },
            ),
            { numRuns: 1000, seed: 20261121 },
        );
        // Each kind of verdict has been met often enough to mean something.
        for (const code of [
            'allowed',
            'not-permitted',
            'platform-refuses',
            'columns-missing',
            'note-missing',
            'role-missing',
        ]) {
            expect([code, (verdicts.get(code) ?? 0) > 100]).toEqual([code, true]);
        }
        expect([...verdicts.keys()].some((code) => code.includes(','))).toBe(true);
    });

    it('are explained alike by llc_ExplainTransition, codes and columns included', () => {
        const question = fc.record({
            from: status,
            to: fc.oneof({ weight: 8, arbitrary: status }, { weight: 1, arbitrary: fc.constant(99) }),
            columns: leadColumns,
            note: notes,
        });
        fc.assert(
            fc.property(
                transitionRows,
                guardSwitch,
                languages,
                roles,
                question,
                (transitions, guard, language, own, { from, to, columns, note }) => {
                    const reasons = statusReasons(language);
                    const lead: PlainRow = {
                        ...columns,
                        leadid: LEAD_ID,
                        statuscode: from,
                        statecode: stateOf(from, reasons),
                        llc_statusnote: note,
                    };
                    const rows = { ...environmentRows(transitions, [], [], guard), lead: [lead] };
                    const rules = { ...configurationOf(rows, guard, language), statusReasons: reasons };
                    const decision = decide(from, to, rules, { lead, note: note ?? '', roles: own });
                    const state = stateOf(to, reasons) ?? 9;
                    const answer = callFunction(
                        'llc_ExplainTransition',
                        { rows, language, roles: own },
                        { LeadId: LEAD_ID, StatusReason: Decimal.ofInteger(to), State: Decimal.ofInteger(state) },
                    );
                    const refusals = decision.allowed ? [] : decision.refusals;
                    expect(answer).toEqual({
                        Allowed: decision.allowed,
                        Code: refusals.map((it) => it.code).join(','),
                        Message: wordsOf(decision, from, to, language) ?? '',
                        Columns: refusals.flatMap((it) => (it.code === 'columns-missing' ? it.columns : [])).join(','),
                    });
                },
            ),
            { numRuns: 1000, seed: 20261122 },
        );
    });

    it('let a new lead start in an open status reason only', () => {
        fc.assert(
            fc.property(status, languages, (to, language) => {
                const reasons = statusReasons(language);
                const decision = decide(null, to, { transitions: [], statusReasons: reasons }, { lead: {}, roles: [] });
                const given = { statuscode: to, statecode: stateOf(to, reasons) };
                const { refusal } = runAutomated('llc_LeadStartGuard', { rows: {}, language }, given);
                expect(refusal).toBe(wordsOf(decision, null, to, language));
            }),
            { numRuns: 100 },
        );
    });
});
