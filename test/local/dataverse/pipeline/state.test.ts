import fc from 'fast-check';
import type { LocalDataverse } from '../../../../local/dataverse/local-dataverse';
import { aLead, anEnvironment, refusal, refusalCode, seller } from './an-environment';

let dataverse: LocalDataverse;
beforeAll(() => {
    dataverse = anEnvironment();
});
afterAll(() => dataverse.close());

const newLead = (row = {}) => dataverse.organization.create('lead', aLead(row), seller);
const change = (id: string, changes: Record<string, string | number | null>, table = 'lead') =>
    dataverse.organization.update(table, id, changes, seller);
const standing = (id: string, table = 'lead') => {
    const { statecode, statuscode } = dataverse.organization.retrieve(table, id, ['statecode', 'statuscode'], seller);
    return [statecode, statuscode];
};

describe('a new row', () => {
    it('is Open and New', () => expect(standing(newLead())).toEqual([0, 1]));
    it('may name another status reason of its first state', () => {
        expect(standing(newLead({ statecode: 0, statuscode: 2 }))).toEqual([0, 2]);
    });
    it('cannot be born closed', () => {
        const error = refusal(() => newLead({ statuscode: 6 }));
        expect(error.hexCode).toBe('0x80048408');
        expect(error.message).toBe('6 is not a valid status code for state code LeadState.Open.');
        expect(refusalCode(() => newLead({ statecode: 2, statuscode: 6 }))).toBe('0x80048408');
    });
    it('is Scheduled and Busy when it is an appointment', () => {
        const id = dataverse.organization.create(
            'appointment',
            { subject: 'Visit', scheduledstart: '2026-04-01T08:00:00Z', scheduledend: '2026-04-01T09:30:00Z' },
            seller,
        );
        expect(standing(id, 'appointment')).toEqual([3, 5]);
        expect(dataverse.organization.retrieve('appointment', id, ['scheduleddurationminutes'], seller)).toMatchObject({
            scheduleddurationminutes: 90,
        });
    });
});

describe('a lead', () => {
    it('gets the default status reason of a state that is given alone', () => {
        const id = newLead();
        change(id, { statecode: 2 });
        expect(standing(id)).toEqual([2, 4]);
    });
    it('is disqualified and reactivated by an update', () => {
        const id = newLead();
        change(id, { statecode: 2, statuscode: 6, description: 'No budget this year' });
        expect(standing(id)).toEqual([2, 6]);
        change(id, { statecode: 0, statuscode: 2, description: null });
        expect(standing(id)).toEqual([0, 2]);
    });
    it('keeps its state when a status reason of another state is given alone', () => {
        const id = newLead();
        expect(refusalCode(() => change(id, { statuscode: 6 }))).toBe('0x80048408');
        expect(standing(id)).toEqual([0, 1]);
    });
    it('is read-only while it is closed, but for where it stands and whose it is', () => {
        const id = newLead();
        change(id, { statecode: 2, statuscode: 5 });
        const error = refusal(() => change(id, { subject: 'Changed' }));
        expect(error.hexCode).toBe('0x8004022e');
        expect(error.message).toMatch(/'subject' cannot change\. Reactivate it first/);
        change(id, { statuscode: 6 });
        expect(standing(id)).toEqual([2, 6]);
    });
});

describe('an opportunity', () => {
    const anOpportunity = () => dataverse.organization.create('opportunity', { name: 'Robots' }, seller);
    it.each([
        [1, 'won'],
        [2, 'lost'],
    ])('cannot be set to state %d by an update', (statecode, word) => {
        const error = refusal(() => change(anOpportunity(), { statecode }, 'opportunity'));
        expect(error.hexCode).toBe('0x80100005');
        expect(error.message).toBe(
            `This message can not be used to set the state of opportunity to ${word}. ` +
                `In order to set state of opportunity to ${word}, use the ${word} message instead.`,
        );
    });
    it('can be put on hold', () => {
        const id = anOpportunity();
        change(id, { statuscode: 2 }, 'opportunity');
        expect(standing(id, 'opportunity')).toEqual([0, 2]);
    });
});

it('completes an activity with the time it ended', () => {
    const id = dataverse.organization.create('phonecall', { subject: 'Call' }, seller);
    change(id, { statecode: 1 }, 'phonecall');
    expect(
        dataverse.organization.retrieve('phonecall', id, ['statecode', 'statuscode', 'actualend'], seller),
    ).toMatchObject({
        statecode: 1,
        statuscode: 2,
        actualend: seller.now,
    });
});

it('takes a change of state exactly when the status reason belongs to the resulting state', () => {
    const stateOf: Record<number, number> = { 1: 0, 2: 0, 3: 1, 4: 2, 5: 2, 6: 2, 7: 2 };
    const defaultOf: Record<number, number> = { 0: 1, 1: 3, 2: 4 };
    const move = fc.record(
        { statecode: fc.constantFrom(0, 1, 2, 3), statuscode: fc.constantFrom(-1, 1, 2, 3, 4, 5, 6, 7, 8) },
        { requiredKeys: [] },
    );
    fc.assert(
        fc.property(fc.array(move, { minLength: 1, maxLength: 6 }), (moves) => {
            const id = newLead();
            let [state, status] = [0, 1];
            for (const given of moves) {
                const nextState = given.statecode ?? state;
                const asked = given.statuscode;
                const kept = asked === undefined && nextState === state ? status : (asked ?? -1);
                const nextStatus = kept === -1 ? defaultOf[nextState] : kept;
                const isValid = nextState in defaultOf && nextStatus !== undefined && stateOf[nextStatus] === nextState;
                if (!isValid) {
                    expect(refusalCode(() => change(id, given))).toBe('0x80048408');
                } else {
                    change(id, given);
                    [state, status] = Object.keys(given).length === 0 ? [state, status] : [nextState, nextStatus];
                }
                expect(standing(id)).toEqual([state, status]);
            }
        }),
        { numRuns: 60 },
    );
});
