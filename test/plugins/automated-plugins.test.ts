import { runAutomated, USER_ID, type World } from './run-plugin';

const LEAD_ID = '0aa00000-0000-4000-8000-000000000001';
const REASON_ID = '0cc00000-0000-4000-8000-000000000001';
const NOW = Date.UTC(2026, 10, 21, 12);
const lead = { leadid: LEAD_ID, statuscode: 1, statecode: 0, createdon: '2026-11-11T00:00:00Z' };

function world(rows: World['rows'] = {}, language: World['language'] = 1033): World {
    return { rows: { lead: [lead], systemuser: [{ systemuserid: USER_ID }], ...rows }, language, now: NOW };
}

describe('the transition guard', () => {
    const permitted = {
        llc_statustransition: [
            { llc_statustransitionid: REASON_ID, llc_fromstatuscode: 1, llc_tostatuscode: 2, statecode: 0 },
        ],
    };

    it.each([
        [{ statecode: 2 }, 'A lead cannot go from New to Lost.'],
        [{ statecode: 2, statuscode: -1 }, 'A lead cannot go from New to Lost.'],
        [{ statecode: 1 }, 'A lead cannot go from New to Qualified.'],
        [{ statuscode: 2 }, null],
        [{ subject: 'Vans' }, null],
    ])('judges %p by the status reason that it leads to', (given, refusal) => {
        expect(runAutomated('llc_LeadTransitionGuard', world(permitted), given, lead).refusal).toBe(refusal);
    });
});

describe('the status history', () => {
    it('keeps a change with its note, takes the note off the lead and remembers the former status reason', () => {
        const given = { statuscode: 2, llc_statusnote: 'They called back' };
        const outcome = runAutomated('llc_LeadStatusHistory', world(), given, lead);
        expect(outcome.created['llc_statushistories']).toEqual([
            {
                llc_name: 'New → Contacted',
                llc_leadid: LEAD_ID,
                llc_fromstatuscode: 1,
                llc_tostatuscode: 2,
                llc_changedbyid: USER_ID,
                llc_changedon: '2026-11-21T12:00:00.000Z',
                llc_daysinformer: 10.5,
                llc_note: 'They called back',
                llc_disqualificationreasonid: null,
            },
        ]);
        expect(outcome.changes).toEqual({ llc_previousstatuscode: 1, llc_statusnote: null });
    });

    it('counts the days since the last change, not since the creation', () => {
        const changes = [
            { llc_leadid: LEAD_ID, llc_changedon: '2026-11-20T12:00:00Z' },
            { llc_leadid: LEAD_ID, llc_changedon: '2026-11-14T12:00:00Z' },
            { llc_leadid: REASON_ID, llc_changedon: '2026-11-21T11:00:00Z' },
        ];
        const outcome = runAutomated(
            'llc_LeadStatusHistory',
            world({ llc_statushistory: changes }),
            { statuscode: 2 },
            lead,
        );
        expect(outcome.created['llc_statushistories']?.[0]).toMatchObject({ llc_daysinformer: 1, llc_note: null });
    });

    it('keeps the reason and the closing note of a disqualification, in the words of the reader', () => {
        const given = {
            statecode: 2,
            statuscode: 4,
            llc_disqualificationreasonid: REASON_ID,
            llc_disqualificationnote: 'Too expensive',
        };
        const outcome = runAutomated('llc_LeadStatusHistory', world({}, 1036), given, lead);
        expect(outcome.created['llc_statushistories']?.[0]).toMatchObject({
            llc_name: 'Nouveau → Perdu',
            llc_note: 'Too expensive',
            llc_disqualificationreasonid: REASON_ID,
        });
        expect(outcome.changes).toEqual({ llc_previousstatuscode: 1 });
    });

    it('knows which status reason a change of state alone leads to', () => {
        const outcome = runAutomated('llc_LeadStatusHistory', world(), { statecode: 2 }, lead);
        expect(outcome.created['llc_statushistories']?.[0]).toMatchObject({
            llc_name: 'New → Lost',
            llc_tostatuscode: 4,
        });
    });

    it('writes nothing when the status reason stays, and nothing on a lead that stays closed', () => {
        expect(runAutomated('llc_LeadStatusHistory', world(), { statuscode: 1 }, lead)).toMatchObject({
            changes: {},
            created: {},
        });
        const closed = { ...lead, statuscode: 4, statecode: 2 };
        const outcome = runAutomated('llc_LeadStatusHistory', world(), { statuscode: 7 }, closed);
        expect(outcome.created['llc_statushistories']).toHaveLength(1);
        expect(outcome.changes).toEqual({});
    });
});

describe('a reactivation', () => {
    it('frees the lead of what closed it', () => {
        const closed = { ...lead, statuscode: 4, statecode: 2, llc_disqualificationreasonid: REASON_ID };
        const { changes } = runAutomated('llc_LeadReactivation', world(), { statecode: 0, statuscode: 2 }, closed);
        expect(changes).toEqual({
            llc_disqualificationreasonid: null,
            llc_disqualificationnote: null,
            llc_revisiton: null,
            llc_norevisit: false,
        });
    });

    it('is nothing that an open lead sees', () => {
        expect(runAutomated('llc_LeadReactivation', world(), { statuscode: 2 }, lead).changes).toEqual({});
    });
});
