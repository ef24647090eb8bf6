import fc from 'fast-check';
import { LeadState } from '../../../lifecycle/choices';
import {
    checkAnswer,
    groupReasons,
    isReasonRow,
    proposeRevisit,
    reasonsFor,
} from '../../../lifecycle/disqualify/disqualification';
import { disqualificationWrites, noteOf } from '../../../lifecycle/disqualify/disqualification-writes';
import { aReason, statusReasons } from '../builders';

const closed = statusReasons.filter((reason) => reason.state === LeadState.disqualified);
const NOBODY = { competitorId: null, competitorLine: '' };

describe('the reasons of a disqualification', () => {
    it('are grouped by status reason, without those out of reach', () => {
        const reasons = [
            aReason({ id: 'a', status: 6 }),
            aReason({ id: 'b', status: 4 }),
            aReason({ id: 'c', status: 3 }),
        ];
        const groups = groupReasons(reasons, closed);
        expect(groups.map((group) => [group.label, group.reasons.map((reason) => reason.id)])).toEqual([
            ['Lost', ['b']],
            ['No Longer Interested', ['a']],
        ]);
    });

    it('include each status reason without any, which no lead can refer to', () => {
        const added = reasonsFor({ reasons: [aReason({ status: 4 })] }, closed);
        expect(added.map((reason) => reason.name)).toEqual([
            'No budget',
            'Cannot Contact',
            'No Longer Interested',
            'Canceled',
        ]);
        expect(added.map((reason) => isReasonRow(reason, { reasonsAreRows: true }))).toEqual([
            true,
            false,
            false,
            false,
        ]);
        expect(isReasonRow(aReason(), { reasonsAreRows: false })).toBe(false);
    });
});

describe('what is said of a disqualification', () => {
    const today = '2026-11-21';

    it('lacks a reason, a note where reason or transition demands one, and no day in the past', () => {
        const said = { reason: aReason(), note: '', revisitOn: null };
        expect(checkAnswer(said, false, today)).toEqual([]);
        expect(checkAnswer({ ...said, reason: null }, false, today)).toEqual(['reason-missing']);
        expect(checkAnswer({ ...said, reason: aReason({ noteRequired: true }) }, false, today)).toEqual([
            'note-missing',
        ]);
        expect(checkAnswer({ ...said, note: ' \n' }, true, today)).toEqual(['note-missing']);
        expect(checkAnswer({ ...said, revisitOn: '2026-11-20' }, false, today)).toEqual(['revisit-in-the-past']);
        expect(checkAnswer({ ...said, revisitOn: today }, false, today)).toEqual([]);
    });

    it('proposes the day that lies as many days ahead as the reason says', () => {
        fc.assert(
            fc.property(
                fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
                fc.nat(3650),
                (date, days) => {
                    const day = date.toISOString().slice(0, 10);
                    const proposed = proposeRevisit({ revisitAfterDays: days }, day) ?? '';
                    expect((Date.parse(proposed) - Date.parse(day)) / 86_400_000).toBe(days);
                },
            ),
        );
        expect(proposeRevisit({ revisitAfterDays: null }, today)).toBeNull();
    });

    it('is kept in a note that names who won and, where nothing else does, the reason', () => {
        const row = { reasonIsRow: true, competitorLine: '' };
        expect(noteOf('No budget', '  ', row)).toBeNull();
        expect(noteOf('No budget', ' Later ', row)).toBe('Later');
        expect(noteOf('No budget', 'Later', { ...row, reasonIsRow: false })).toBe('No budget: Later');
        expect(noteOf('No budget', '', { ...row, reasonIsRow: false })).toBe('No budget');
        expect(noteOf('Lost', 'Cheaper', { reasonIsRow: true, competitorLine: 'Competitor: Fabrikam' })).toBe(
            'Competitor: Fabrikam\nCheaper',
        );
    });
});

describe('the change set of a disqualification', () => {
    const lead = { id: 'l1', etag: 'W/"7"' };

    it('writes the lead once, under the version that was seen, whatever else belongs to it', () => {
        const activity = fc.record({
            id: fc.uuid(),
            table: fc.constantFrom('task', 'phonecall', 'appointment', 'email', 'letter', 'fax', 'new_visit'),
            subject: fc.string(),
            due: fc.constant(''),
        });
        fc.assert(
            fc.property(
                fc.array(activity, { maxLength: 6 }),
                fc.option(fc.uuid()),
                fc.boolean(),
                fc.option(fc.constant('2027-01-01')),
                (activities, competitorId, reasonIsRow, revisitOn) => {
                    const writes = disqualificationWrites(
                        lead,
                        { reason: aReason(), note: '', revisitOn },
                        { ...NOBODY, competitorId, reasonIsRow, activities },
                    );
                    const ofLead = writes.filter((write) => write.kind === 'update' && write.entitySet === 'leads');
                    expect(ofLead).toMatchObject([
                        {
                            ifMatch: lead.etag,
                            columns: {
                                statecode: 2,
                                statuscode: 4,
                                llc_revisiton: revisitOn,
                                llc_norevisit: revisitOn === null,
                            },
                        },
                    ]);
                    const known = activities.filter(({ table }) => table !== 'new_visit').length;
                    expect(writes).toHaveLength(1 + known + (competitorId === null ? 0 : 1));
                },
            ),
        );
    });

    it('links the competitor while the lead is still open', () => {
        const [first] = disqualificationWrites(
            lead,
            { reason: aReason(), note: '', revisitOn: null },
            { competitorId: 'c1', competitorLine: 'Competitor: Fabrikam', reasonIsRow: true, activities: [] },
        );
        expect(first).toMatchObject({
            kind: 'associate',
            collection: 'leadcompetitors_association',
            target: { entitySet: 'competitors', id: 'c1' },
        });
    });
});
