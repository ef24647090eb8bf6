import fc from 'fast-check';
import { LeadState } from '../../lifecycle/choices';
import {
    checkAnswer,
    disqualificationColumns,
    groupReasons,
    noteOf,
    proposeRevisit,
    reasonsFor,
} from '../../lifecycle/disqualify/disqualification';
import { proposeStatus, reactivationColumns } from '../../lifecycle/reactivate/reactivation';
import { aReason, statusReasons } from './builders';

const answer = { reasonId: 'r1', note: ' Next year ', revisitOn: '2027-05-20' };
const closed = statusReasons.filter((reason) => reason.state === LeadState.disqualified);

describe('disqualifying', () => {
    it('groups the reasons by status reason and leaves out those out of reach', () => {
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

    it('lets a status reason without a reason stand for itself', () => {
        const added = reasonsFor({ reasons: [aReason({ status: 4 })] }, closed);
        expect(added.map((reason) => reason.name)).toEqual([
            'No budget',
            'Cannot Contact',
            'No Longer Interested',
            'Canceled',
        ]);
    });

    it('proposes the day of the revisit, over the end of a month and a leap day', () => {
        expect(proposeRevisit({ revisitAfterDays: 180 }, '2026-11-21')).toBe('2027-05-20');
        expect(proposeRevisit({ revisitAfterDays: 1 }, '2028-02-28')).toBe('2028-02-29');
        expect(proposeRevisit({ revisitAfterDays: 0 }, '2026-11-21')).toBe('2026-11-21');
        expect(proposeRevisit({ revisitAfterDays: null }, '2026-11-21')).toBeNull();
    });

    it('never proposes a day before today', () => {
        fc.assert(
            fc.property(fc.integer({ min: 0, max: 3650 }), (days) => {
                expect((proposeRevisit({ revisitAfterDays: days }, '2026-11-21') ?? '') >= '2026-11-21').toBe(true);
            }),
        );
    });

    it('accepts a full answer and names every problem of an empty one', () => {
        expect(checkAnswer(answer, aReason({ noteRequired: true }), false, '2026-11-21')).toEqual([]);
        expect(
            checkAnswer({ reasonId: '', note: ' ', revisitOn: '2026-11-20' }, undefined, true, '2026-11-21'),
        ).toEqual(['reason-missing', 'note-missing', 'revisit-in-the-past']);
    });

    it('writes state and status reason together, with the reason, note and day', () => {
        expect(disqualificationColumns(aReason(), answer, true)).toEqual({
            statecode: 2,
            statuscode: 4,
            llc_disqualificationnote: 'Next year',
            llc_revisiton: '2027-05-20',
            'llc_DisqualificationReasonId@odata.bind': '/llc_disqualificationreasons(r1)',
        });
    });

    it('leaves the day to Dataverse where the seller names none', () => {
        expect(disqualificationColumns(aReason(), { ...answer, revisitOn: null }, true)).not.toHaveProperty(
            'llc_revisiton',
        );
    });

    it('keeps the name of a reason that is no row in front of the note', () => {
        expect(disqualificationColumns(aReason(), answer, false)).toEqual({
            statecode: 2,
            statuscode: 4,
            llc_disqualificationnote: 'No budget: Next year',
            llc_revisiton: '2027-05-20',
        });
        expect(noteOf(aReason(), { ...answer, note: '' }, false)).toBe('No budget');
        expect(noteOf(aReason(), { ...answer, note: '' }, true)).toBeNull();
    });
});

describe('reactivating', () => {
    const targets = statusReasons.slice(0, 2).map((reason) => ({ ...reason, noteRequired: false }));

    it('proposes where the lead was before, else the first target', () => {
        expect(proposeStatus({ llc_previousstatuscode: 2 }, targets)).toBe(2);
        expect(proposeStatus({ llc_previousstatuscode: 6 }, targets)).toBe(1);
        expect(proposeStatus({}, [])).toBeNull();
    });

    it('opens the lead; Dataverse takes away what closed it', () => {
        expect(reactivationColumns({ status: 2, note: '' })).toEqual({ statecode: 0, statuscode: 2 });
    });
});
