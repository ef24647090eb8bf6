import fc from 'fast-check';
import { Gate } from '../../lifecycle/choices';
import { gapsText } from '../../lifecycle/criteria/gaps-text';
import { judge } from '../../lifecycle/criteria/gate';
import { criterionRows, guardSwitch, languages, leadColumns, RULES_ARE_ON } from './generated';
import { callFunction, runAutomated } from './run-plugin';
import { configurationOf, environmentRows, labelOfColumn, textIn } from './the-same-as-lifecycle';

const LEAD_ID = '0aa00000-0000-4000-8000-000000000001';
const leads = fc.array(leadColumns, { minLength: 4, maxLength: 4 });

describe('the criteria of the gate Qualify', () => {
    it('are judged alike by the lifecycle and by llc_QualificationGaps for 4,000 leads', () => {
        const seen = { open: 0, shut: 0 };
        fc.assert(
            fc.property(criterionRows, languages, leads, (criteria, language, list) => {
                for (const columns of list) {
                    const lead = { ...columns, leadid: LEAD_ID, statuscode: 1, statecode: 0 };
                    const rows = { ...environmentRows([], criteria, [], RULES_ARE_ON), lead: [lead] };
                    const verdict = judge(Gate.qualify, configurationOf(rows, RULES_ARE_ON, language).criteria, lead);
                    expect(callFunction('llc_QualificationGaps', { rows, language }, { LeadId: LEAD_ID })).toEqual({
                        Ready: verdict.blocking.length === 0,
                        Progress: verdict.progress,
                        Missing: verdict.blocking.map((it) => it.name).join('\n'),
                        Columns: verdict.blocking.map((it) => it.column).join(','),
                    });
                    seen[verdict.blocking.length === 0 ? 'open' : 'shut'] += 1;
                }
            }),
            { numRuns: 1000, seed: 20261123 },
        );
        expect(seen.open).toBeGreaterThan(500);
        expect(seen.shut).toBeGreaterThan(500);
    });

    it('keep a lead from being qualified in the words that the app uses, unless the rules are switched off', () => {
        fc.assert(
            fc.property(criterionRows, guardSwitch, languages, leadColumns, (criteria, guard, language, columns) => {
                const before = { ...columns, leadid: LEAD_ID, statuscode: 1, statecode: 0 };
                const given = { statecode: 1, statuscode: 3 };
                const rows = environmentRows([], criteria, [], guard);
                const configuration = configurationOf(rows, guard, language);
                const { blocking } = judge(Gate.qualify, configuration.criteria, { ...before, ...given });
                const isFree = configuration.guardIsOff || blocking.length === 0;
                const words = isFree ? null : gapsText(blocking, labelOfColumn(language), textIn(language));
                expect(runAutomated('llc_LeadQualificationGuard', { rows, language }, given, before).refusal).toBe(
                    words,
                );
            }),
            { numRuns: 600, seed: 20261124 },
        );
    });

    it('set the progress of an open lead when it is created and when it changes', () => {
        const messages = fc.constantFrom('Create', 'Update');
        fc.assert(
            fc.property(criterionRows, leadColumns, messages, fc.nat(100), (criteria, columns, message, former) => {
                const rows = environmentRows([], criteria, [], RULES_ARE_ON);
                const lead = { ...columns, leadid: LEAD_ID, statuscode: 1, statecode: 0 };
                const { progress } = judge(Gate.qualify, configurationOf(rows, RULES_ARE_ON, 1033).criteria, lead);
                const before = { ...lead, subject: 'Vans', llc_qualificationprogress: former };
                const { changes } = runAutomated(
                    'llc_LeadProgress',
                    { rows, language: 1033 },
                    message === 'Create' ? lead : { subject: columns['subject'] },
                    message === 'Create' ? undefined : before,
                );
                const isNew = message === 'Create' || progress !== former;
                expect(changes).toEqual(isNew ? { llc_qualificationprogress: progress } : {});
            }),
            { numRuns: 600, seed: 20261125 },
        );
    });
});
