import fc from 'fast-check';
import { nextBatch, type SharedState, type Waiting } from '../../../lifecycle/qualify-many/schedule';

const KEYS = ['account a', 'account b', 'contact c', 'contact d'];
const LIMITS = { leads: 5, writes: 30 };

const waiting: fc.Arbitrary<readonly Waiting[]> = fc
    .array(fc.record({ shares: fc.subarray(KEYS), writes: fc.integer({ min: 1, max: 12 }) }), { maxLength: 25 })
    .map((leads) => leads.map((lead, index) => ({ ...lead, id: `lead ${index}` })));
const shared: fc.Arbitrary<ReadonlyMap<string, SharedState>> = fc
    .array(fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom('under-way', 'made', 'unknown')))
    .map((entries) => new Map(entries));

describe('the next batch', () => {
    it('keeps within its limits, in the order of the leads, and has no lead twice', () => {
        fc.assert(
            fc.property(waiting, shared, (leads, rows) => {
                const ids = nextBatch(leads, rows, LIMITS).map(({ id }) => id);
                const inOrder = leads.filter(({ id }) => ids.includes(id));
                expect(ids).toEqual(inOrder.map(({ id }) => id));
                expect(ids.length).toBeLessThanOrEqual(LIMITS.leads);
                expect(inOrder.reduce((sum, { writes }) => sum + writes, 0)).toBeLessThanOrEqual(LIMITS.writes);
            }),
        );
    });

    it('has each shared row made by one lead at most, and only when nobody else makes it', () => {
        fc.assert(
            fc.property(waiting, shared, (leads, rows) => {
                const made = nextBatch(leads, rows, LIMITS).flatMap(({ makes }) => makes);
                expect(new Set(made).size).toBe(made.length);
                expect(made.filter((key) => rows.has(key))).toEqual([]);
            }),
        );
    });

    it('has no lead that refers to a row which is not there, unless it makes it', () => {
        fc.assert(
            fc.property(waiting, shared, (leads, rows) => {
                for (const { id, makes } of nextBatch(leads, rows, LIMITS)) {
                    const shares = leads.find((lead) => lead.id === id)?.shares ?? [];
                    expect(shares.filter((key) => rows.get(key) !== 'made' && !makes.includes(key))).toEqual([]);
                }
            }),
        );
    });

    it('brings every lead to its turn once, whatever fails on the way, and each shared row is made once', () => {
        fc.assert(
            fc.property(waiting, fc.func(fc.boolean()), (leads, succeeds) => {
                let left = leads;
                const rows = new Map<string, SharedState>();
                const done: string[] = [];
                const made: string[] = [];
                for (
                    let batch = nextBatch(left, rows, LIMITS);
                    batch.length > 0;
                    batch = nextBatch(left, rows, LIMITS)
                ) {
                    for (const { id, makes } of batch) {
                        done.push(id);
                        if (!succeeds(id)) continue;
                        made.push(...makes);
                        for (const key of makes) rows.set(key, 'made');
                    }
                    left = left.filter(({ id }) => !done.includes(id));
                }
                expect([...done].sort()).toEqual(leads.map(({ id }) => id).sort());
                expect(new Set(made).size).toBe(made.length);
            }),
        );
    });

    it('leaves out whoever depends on a row that may or may not be there', () => {
        const leads = [
            { id: 'first', shares: ['account a'], writes: 8 },
            { id: 'second', shares: [], writes: 8 },
        ];
        expect(nextBatch(leads, new Map([['account a', 'unknown']]), LIMITS)).toEqual([{ id: 'second', makes: [] }]);
    });

    it('sends a change set that is larger than a batch may be by itself, so that Dataverse says what is wrong', () => {
        const leads = [
            { id: 'huge', shares: [], writes: 1200 },
            { id: 'second', shares: [], writes: 8 },
        ];
        expect(nextBatch(leads, new Map(), LIMITS)).toEqual([{ id: 'huge', makes: [] }]);
    });
});
