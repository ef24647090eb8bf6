import fc from 'fast-check';
import {
    disqualificationProblem,
    type DisqualificationProblem,
} from '../../lifecycle/disqualify/disqualification-problem';
import { proposeRevisit } from '../../lifecycle/disqualify/disqualification';
import type { Language } from '../../lifecycle/defaults';
import { guardSwitch, languages, notes, statusReasons } from './generated';
import type { PlainRow } from './in-memory-rows';
import { runAutomated } from './run-plugin';
import { configurationOf, environmentRows, textIn } from './the-same-as-lifecycle';
import { readPluginTexts } from '../../plugins/texts/plugin-texts';
import { format } from '../../lifecycle/messages';

const LEAD_ID = '0aa00000-0000-4000-8000-000000000001';
const REASON_IDS = [1, 2, 3, 4].map((number) => `0cc00000-0000-4000-8000-00000000000${number}`);
const closed = fc.constantFrom(4, 5, 7);

const reasonRows: fc.Arbitrary<readonly PlainRow[]> = fc.subarray(REASON_IDS).chain((ids) =>
    fc.tuple(
        ...ids.map((id) =>
            fc.record({
                llc_disqualificationreasonid: fc.constant(id),
                llc_name: fc.constant('No budget'),
                llc_statuscode: closed,
                llc_noterequired: fc.constantFrom(true, false, null),
                llc_revisitafterdays: fc.constantFrom(null, 0, 90),
                statecode: fc.constantFrom(0, 0, 0, 1),
            }),
        ),
    ),
);

function wordsOf(problem: DisqualificationProblem | null, status: number, language: Language): string | null {
    switch (problem) {
        case null:
            return null;
        case 'reason-missing':
            return textIn(language)('disqualify.dialog.problem.reason');
        case 'note-missing':
            return textIn(language)('disqualify.dialog.problem.note');
        case 'reason-of-another-status': {
            const label = statusReasons(language).find((reason) => reason.value === status)?.label ?? '';
            return format(readPluginTexts().get('disqualification.otherStatus')?.[language] ?? '', [label]);
        }
    }
}

describe('a disqualification', () => {
    it('asks for the same reason and note on the server as in the lifecycle, and takes the revisit date from the reason unless the seller has said', () => {
        const problems = new Set<string>();
        const answer = fc.record({
            status: closed,
            reason: fc.constantFrom(null, ...REASON_IDS),
            note: notes,
            revisitOn: fc.constantFrom(null, '2027-01-01'),
            noRevisit: fc.constantFrom(null, false, true),
        });
        fc.assert(
            fc.property(reasonRows, guardSwitch, languages, answer, (reasons, guard, language, answered) => {
                const { status, reason, note, revisitOn, noRevisit } = answered;
                const rows = environmentRows([], [], reasons, guard);
                const configuration = configurationOf(rows, guard, language);
                const problem = disqualificationProblem(configuration, { status, reasonId: reason, note });
                const before = { leadid: LEAD_ID, statuscode: 2, statecode: 0 };
                const given = {
                    statecode: 2,
                    statuscode: status,
                    llc_disqualificationreasonid: reason,
                    llc_disqualificationnote: note,
                    llc_revisiton: revisitOn,
                    llc_norevisit: noRevisit,
                };
                const outcome = runAutomated('llc_LeadDisqualification', { rows, language }, given, before);
                expect(outcome.refusal).toBe(wordsOf(problem, status, language));
                problems.add(String(problem));

                const row = reasons.find((it) => it['llc_disqualificationreasonid'] === reason);
                const days = (row?.['llc_revisitafterdays'] ?? null) as number | null;
                const proposed = proposeRevisit({ revisitAfterDays: days }, '2026-11-21');
                const sets = problem === null && revisitOn === null && noRevisit !== true && proposed !== null;
                expect(outcome.changes).toEqual(sets ? { llc_revisiton: proposed } : {});
            }),
            { numRuns: 1500, seed: 20261126 },
        );
        expect([...problems].sort()).toEqual(['note-missing', 'null', 'reason-missing', 'reason-of-another-status']);
    });

    it('is not asked about again while the lead stays disqualified', () => {
        const before = { leadid: LEAD_ID, statuscode: 4, statecode: 2 };
        const world = { rows: {}, language: 1033 as const };
        const outcome = runAutomated('llc_LeadDisqualification', world, { statuscode: 7 }, before);
        expect(outcome).toMatchObject({ refusal: null, changes: {} });
    });
});
