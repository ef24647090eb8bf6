import fc from 'fast-check';
import { Gate, LeadState } from '../../../lifecycle/choices';
import { defaultConfiguration } from '../../../lifecycle/defaults';
import {
    cardAfterKey,
    cardOf,
    dueOf,
    findCards,
    initialsOf,
    nextActivity,
    selectionAfter,
    sortCards,
    type Activity,
    type Clock,
    type LeadCard,
    type LeadRecord,
} from '../../../controls/FocusedView/card-model';

const CRITERIA = defaultConfiguration(1033).criteria;
const BERLIN_IN_WINTER: Clock = { now: new Date('2026-11-22T10:00:00Z'), offsetMinutes: () => 60 };

function anActivity(due: string | null, subject = 'Call back'): Activity {
    return { id: subject, type: 'task', subject, due: due === null ? null : new Date(due), dueText: due ?? '' };
}

function aLead(values: Record<string, unknown> = {}, texts: Record<string, string> = {}): LeadRecord {
    return {
        id: 'lead-1',
        values: { statecode: '0', ...values },
        texts: { fullname: 'Ana Pérez', companyname: 'Aceros del Sur', jobtitle: 'Buyer', statuscode: 'New', ...texts },
    };
}

function aCard(change: Partial<LeadCard>): LeadCard {
    return { ...cardOf(aLead(), [], null, BERLIN_IN_WINTER), ...change };
}

describe('when an activity is due', () => {
    const due = (at: string | null) => dueOf({ due: at === null ? null : new Date(at) }, BERLIN_IN_WINTER);

    it('counts whole days of the user’s calendar', () => {
        expect(due('2026-11-19T22:59:00Z')).toEqual({ kind: 'overdue', days: 3 });
        expect(due('2026-11-25T08:00:00Z')).toEqual({ kind: 'upcoming', days: 3 });
    });

    it('takes a moment before midnight UTC for the user’s next day', () => {
        expect(due('2026-11-22T23:30:00Z')).toEqual({ kind: 'tomorrow' });
    });

    it('tells an hour that has passed today from one that is to come', () => {
        expect(due('2026-11-22T09:00:00Z')).toEqual({ kind: 'late' });
        expect(due('2026-11-22T16:00:00Z')).toEqual({ kind: 'today' });
    });

    it('says so where there is no date, and nothing where there is no activity', () => {
        expect(due(null)).toEqual({ kind: 'undated' });
        expect(dueOf(null, BERLIN_IN_WINTER)).toEqual({ kind: 'none' });
    });
});

describe('the next activity', () => {
    it('is the earliest one, and one without a date only when no other has one', () => {
        const undated = anActivity(null, 'Some day');
        const late = anActivity('2026-12-24T12:00:00Z', 'Greet');
        const early = anActivity('2026-12-01T12:00:00Z', 'Call');
        expect(nextActivity([undated, late, early])).toBe(early);
        expect(nextActivity([undated])).toBe(undated);
        expect(nextActivity([])).toBeNull();
    });
});

describe('the progress on a card', () => {
    const bant = {
        budgetamount: 5000,
        decisionmaker: true,
        need: null,
        purchasetimeframe: '4',
        purchaseprocess: '2',
        llc_qualificationprogress: 80,
    };

    it('is judged by the criteria when the data set has all their columns', () => {
        expect(cardOf(aLead(bant), [], CRITERIA, BERLIN_IN_WINTER).progress).toBe(50);
    });

    it('is what was last written while the criteria or one of their columns are not there', () => {
        const { need: _need, ...withoutNeed } = bant;
        expect(cardOf(aLead(bant), [], null, BERLIN_IN_WINTER).progress).toBe(80);
        expect(cardOf(aLead(withoutNeed), [], CRITERIA, BERLIN_IN_WINTER).progress).toBe(80);
    });

    it('stays as it was when the lead was closed', () => {
        const closed = aLead({ ...bant, statecode: String(LeadState.disqualified) });
        expect(cardOf(closed, [], CRITERIA, BERLIN_IN_WINTER).progress).toBe(80);
    });

    it('looks only at criteria of the Qualify gate', () => {
        const others = CRITERIA.filter((criterion) => criterion.gate !== Gate.qualify);
        expect(cardOf(aLead(bant), [], others, BERLIN_IN_WINTER).progress).toBe(80);
    });
});

describe('initials', () => {
    it.each([
        ['Ana María Pérez', 'AP'],
        ['恵 山本', '恵山'],
        ['Cher', 'C'],
        ['Jean (Jo) Dupont', 'JD'],
        ['', ''],
        ['42', ''],
    ])('of "%s" are "%s"', (name, initials) => {
        expect(initialsOf(name)).toBe(initials);
    });
});

describe('searching and filtering cards', () => {
    const ana = aCard({ id: 'a', name: 'Ana Pérez', company: 'Aceros', rating: 1 });
    const bo = aCard({ id: 'b', name: 'Bo Li', company: 'Steel Works', next: anActivity(null), due: { kind: 'late' } });

    it('finds every word in any text, without case and accents', () => {
        expect(findCards([ana, bo], 'perez ACE', 'all')).toEqual([ana]);
        expect(findCards([ana, bo], 'perez steel', 'all')).toEqual([]);
    });

    it('shows what is due, what has nothing planned, and the hot ones', () => {
        expect(findCards([ana, bo], '', 'due')).toEqual([bo]);
        expect(findCards([ana, bo], '', 'withoutActivity')).toEqual([ana]);
        expect(findCards([ana, bo], '', 'hot')).toEqual([ana]);
    });
});

describe('the order of cards', () => {
    const overdue = aCard({ id: 'overdue', next: anActivity('2026-11-01T00:00:00Z'), score: 10 });
    const coming = aCard({ id: 'coming', next: anActivity('2026-12-01T00:00:00Z'), score: null, rating: 1 });
    const undated = aCard({ id: 'undated', next: anActivity(null), score: 90, rating: 3 });
    const forgotten = aCard({ id: 'forgotten', next: null, createdOn: new Date('2026-11-20T00:00:00Z') });
    const ids = (cards: readonly LeadCard[]) => cards.map((card) => card.id);

    it('puts what is due first, then forgotten leads, then what has no date', () => {
        expect(ids(sortCards([undated, forgotten, coming, overdue], 'next'))).toEqual([
            'overdue',
            'coming',
            'forgotten',
            'undated',
        ]);
    });

    it('puts high scores, hot ratings and new leads first', () => {
        expect(ids(sortCards([overdue, coming, undated], 'score'))).toEqual(['undated', 'overdue', 'coming']);
        expect(ids(sortCards([overdue, undated, coming], 'rating'))).toEqual(['coming', 'undated', 'overdue']);
        expect(ids(sortCards([overdue, forgotten], 'created'))).toEqual(['forgotten', 'overdue']);
    });

    it('keeps every card and the view’s order among equals, whatever the order', () => {
        const card = fc.record({
            rating: fc.option(fc.integer({ min: 1, max: 3 })),
            score: fc.option(fc.integer({ min: 0, max: 3 })),
            progress: fc.option(fc.integer({ min: 0, max: 2 })),
        });
        fc.assert(
            fc.property(
                fc.array(card, { maxLength: 12 }),
                fc.constantFrom('next', 'rating', 'score', 'created', 'view'),
                (rows, sort) => {
                    const cards = rows.map((row, index) => aCard({ ...row, id: String(index) }));
                    const sorted = sortCards(cards, sort as 'next');
                    expect([...ids(sorted)].sort()).toEqual([...ids(cards)].sort());
                    expect(ids(sortCards(sorted, sort as 'next'))).toEqual(ids(sorted));
                },
            ),
        );
    });
});

describe('the selection', () => {
    it('stays with the same lead while more are loaded or the order changes', () => {
        expect(selectionAfter('b', ['a', 'b', 'c'], ['c', 'b', 'a', 'd'])).toBe('b');
    });

    it('goes to the next lead when the selected one leaves the view, and to the last when there is no next', () => {
        expect(selectionAfter('b', ['a', 'b', 'c'], ['a', 'c'])).toBe('c');
        expect(selectionAfter('c', ['a', 'b', 'c'], ['a', 'b'])).toBe('b');
    });

    it('starts at the first lead, and is empty in an empty list', () => {
        expect(selectionAfter(null, [], ['a', 'b'])).toBe('a');
        expect(selectionAfter('a', ['a'], [])).toBeNull();
    });

    it('is always one of the leads that are there', () => {
        const list = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'));
        fc.assert(
            fc.property(fc.option(fc.constantFrom('a', 'b', 'z')), list, list, (selected, former, ids) => {
                const next = selectionAfter(selected, former, ids);
                expect(next === null ? ids.length === 0 : ids.includes(next)).toBe(true);
            }),
        );
    });
});

describe('keys in the list', () => {
    it('move by one, to the ends, and not beyond', () => {
        const ids = ['a', 'b', 'c'];
        expect(cardAfterKey('ArrowDown', ids, 'a')).toBe('b');
        expect(cardAfterKey('ArrowDown', ids, 'c')).toBe('c');
        expect(cardAfterKey('ArrowUp', ids, 'a')).toBe('a');
        expect(cardAfterKey('Home', ids, 'c')).toBe('a');
        expect(cardAfterKey('End', ids, null)).toBe('c');
        expect(cardAfterKey('x', ids, 'a')).toBeNull();
    });
});
