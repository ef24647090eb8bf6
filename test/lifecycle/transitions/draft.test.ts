import fc from 'fast-check';
import { changesBetween, subjectOf } from '../../../lifecycle/transitions/changes';
import { draftReducer, startDraft, type Draft, type DraftAction } from '../../../lifecycle/transitions/draft';
import { plainTransition, withChange, withoutTransition, withTransition } from '../../../lifecycle/transitions/edits';
import { mergeDraft } from '../../../lifecycle/transitions/merge';
import { writesFor } from '../../../lifecycle/transitions/write-changes';
import type { StoredTransition } from '../../../lifecycle/transitions/stored-transition';
import { statusReasons } from '../builders';
import { aStored, transitionsArbitrary } from './arbitraries';

const base = [aStored(1, 2), aStored(2, 1), aStored(1, 4)];
const edit = (present: readonly StoredTransition[]): DraftAction => ({ type: 'edit', present });
const run = (draft: Draft, ...actions: readonly DraftAction[]): Draft => actions.reduce(draftReducer, draft);

describe('a draft', () => {
    it('undoes and redoes edits one by one', () => {
        const added = withTransition(base, plainTransition('new', 2, 4));
        const changed = withChange(added, 'new', { noteRequired: true });
        const draft = run(startDraft(base), edit(added), edit(changed));
        expect(run(draft, { type: 'undo' }).present).toEqual(added);
        expect(run(draft, { type: 'undo' }, { type: 'undo' }).present).toEqual(base);
        expect(run(draft, { type: 'undo' }, { type: 'redo' }).present).toEqual(changed);
    });

    it('forgets what was undone once something else is edited', () => {
        const draft = run(startDraft(base), edit([]), { type: 'undo' }, edit(withoutTransition(base, '1-2')));
        expect(run(draft, { type: 'redo' })).toBe(draft);
    });

    it('takes back a discard as any other edit', () => {
        const draft = run(startDraft(base), edit([]), { type: 'discard' });
        expect(draft.present).toEqual(base);
        expect(run(draft, { type: 'undo' }).present).toEqual([]);
    });

    it('keeps its undo when somebody else has changed the rows', () => {
        const draft = run(startDraft(base), edit(withoutTransition(base, '1-4')));
        const theirs = withChange(base, '2-1', { noteRequired: true });
        const rebased = run(draft, { type: 'rebase', base: theirs });
        expect(rebased.present).toEqual(withoutTransition(theirs, '1-4'));
        expect(changesBetween(theirs, run(rebased, { type: 'undo' }).present)).toEqual([]);
        expect(run(rebased, { type: 'undo' }, { type: 'redo' })).toEqual(rebased);
    });

    it('begins anew after it was saved', () => {
        const saved = withoutTransition(base, '1-4');
        const draft = run(startDraft(base), edit(saved), { type: 'start', base: saved, present: saved });
        expect(draft).toEqual(startDraft(saved));
    });

    it('comes back to where it began, whatever was done, by undoing all of it', () => {
        const actions = fc.array(
            fc.oneof(
                transitionsArbitrary.map(edit),
                fc.constantFrom<DraftAction>({ type: 'undo' }, { type: 'redo' }, { type: 'discard' }),
            ),
        );
        fc.assert(
            fc.property(transitionsArbitrary, actions, (rows, steps) => {
                const draft = run(startDraft(rows), ...steps);
                const undone = draft.past.reduce((each) => draftReducer(each, { type: 'undo' }), draft);
                expect(undone.present).toEqual(rows);
                const redone = draft.past.reduce((each) => draftReducer(each, { type: 'redo' }), undone);
                expect(redone).toEqual(draft);
            }),
        );
    });
});

describe('the changes of a draft', () => {
    it('are told by what is removed, changed and added', () => {
        const after = [
            ...withChange(withoutTransition(base, '1-4'), '1-2', { noteRequired: true, message: 'Why?' }),
            aStored(2, 4),
        ];
        expect(changesBetween(base, after)).toEqual([
            { kind: 'removed', before: aStored(1, 4) },
            {
                kind: 'changed',
                before: aStored(1, 2),
                after: aStored(1, 2, { noteRequired: true, message: 'Why?' }),
                members: ['noteRequired', 'message'],
            },
            { kind: 'added', after: aStored(2, 4) },
        ]);
    });

    it('are none when a change is taken back by hand', () => {
        expect(
            changesBetween(base, withChange(withChange(base, '1-2', { isActive: false }), '1-2', { isActive: true })),
        ).toEqual([]);
    });

    it('lead from one list to the other, whatever the two are', () => {
        fc.assert(
            fc.property(transitionsArbitrary, transitionsArbitrary, (before, after) => {
                const rows = new Map(before.map((one) => [one.id, one]));
                for (const change of changesBetween(before, after)) {
                    if (change.kind === 'removed') rows.delete(change.before.id);
                    else rows.set(change.after.id, subjectOf(change));
                }
                const byId = (one: StoredTransition, other: StoredTransition) => one.id.localeCompare(other.id);
                expect([...rows.values()].sort(byId)).toEqual([...after].sort(byId));
            }),
        );
    });
});

describe('the writes of a draft', () => {
    it('delete first, change only what differs, and create with a name', () => {
        const after = [
            ...withChange(withoutTransition(base, '1-4'), '1-2', { requiredColumns: ['need'] }),
            aStored(2, 4),
        ];
        expect(writesFor(changesBetween(base, after), statusReasons)).toEqual([
            { kind: 'delete', id: '1-4' },
            { kind: 'update', id: '1-2', columns: { llc_requiredcolumns: 'need' } },
            {
                kind: 'create',
                columns: {
                    llc_statustransitionid: '2-4',
                    llc_name: 'Contacted → Lost',
                    llc_fromstatuscode: 2,
                    llc_tostatuscode: 4,
                    llc_requiredcolumns: null,
                    llc_noterequired: false,
                    llc_requiredrole: null,
                    llc_message: null,
                },
            },
        ]);
    });

    it('create what is inactive first and deactivate it then', () => {
        const writes = writesFor(changesBetween([], [aStored(1, 2, { isActive: false })]), statusReasons);
        expect(writes.map(({ kind }) => kind)).toEqual(['create', 'update']);
        expect(writes[1]).toEqual({ kind: 'update', id: '1-2', columns: { statecode: 1, statuscode: 2 } });
    });
});

describe('a draft laid over what somebody else has saved meanwhile', () => {
    it('keeps mine, takes theirs, and says what they did', () => {
        const mine = withChange(base, '1-2', { noteRequired: true });
        const theirs = [...withoutTransition(base, '2-1'), aStored(2, 4)];
        expect(mergeDraft(base, mine, theirs)).toEqual({
            present: [aStored(1, 2, { noteRequired: true }), aStored(1, 4), aStored(2, 4)],
            theirs: [
                { kind: 'removed', before: aStored(2, 1) },
                { kind: 'added', after: aStored(2, 4) },
            ],
            conflicts: [],
        });
    });

    it('names what both have changed, and keeps mine', () => {
        const mine = withChange(base, '1-2', { noteRequired: true });
        const theirs = withChange(base, '1-2', { message: 'Ask Grace.' });
        const merge = mergeDraft(base, mine, theirs);
        expect(merge.conflicts).toEqual(['1-2']);
        expect(merge.present[0]).toEqual(aStored(1, 2, { noteRequired: true }));
    });

    it('is no conflict when both did the same', () => {
        const both = withoutTransition(base, '1-2');
        expect(mergeDraft(base, both, both)).toEqual({
            present: both,
            theirs: [{ kind: 'removed', before: aStored(1, 2) }],
            conflicts: [],
        });
    });

    it('holds a move once that both have added alike', () => {
        const theirs = [...base, aStored(2, 4)];
        const alike = withTransition(base, plainTransition('mine', 2, 4));
        expect(mergeDraft(base, alike, theirs).present).toEqual(theirs);
        const other = withChange(alike, 'mine', { requiredRole: 'Sales Manager' });
        expect(mergeDraft(base, other, theirs).present).toEqual([...theirs, other.at(-1)]);
    });

    it('changes nothing of theirs when nothing is mine, and nothing of mine when nothing is theirs', () => {
        fc.assert(
            fc.property(transitionsArbitrary, transitionsArbitrary, (rows, other) => {
                expect(mergeDraft(rows, rows, other).present).toEqual(other);
                const kept = mergeDraft(rows, other, rows);
                expect(kept.theirs).toEqual([]);
                expect(kept.conflicts).toEqual([]);
                expect(changesBetween(other, kept.present)).toEqual([]);
            }),
        );
    });
});
