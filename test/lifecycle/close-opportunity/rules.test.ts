import fc from 'fast-check';
import { OpportunityState } from '../../../lifecycle/choices';
import { checkClosing, isDay, isRevenueValid, proposeRevenue } from '../../../lifecycle/close-opportunity/closing';
import {
    closingDescription,
    closingSubject,
    DESCRIPTION_LENGTH,
} from '../../../lifecycle/close-opportunity/closing-description';
import { closingMoment } from '../../../lifecycle/close-opportunity/closing-moment';
import { readStatuses, statusesOf } from '../../../lifecycle/close-opportunity/closing-status';
import { closingWrites, type Closing } from '../../../lifecycle/close-opportunity/closing-writes';
import { opportunityAddresses, readOpportunity } from '../../../lifecycle/close-opportunity/opportunity';
import { resumeProcess } from '../../../lifecycle/close-opportunity/process-instance';
import { reopeningWrites } from '../../../lifecycle/close-opportunity/reopening-writes';
import { readRevenueRange } from '../../../lifecycle/close-opportunity/revenue-range';

const ID = '0dd00000-0000-4000-8000-000000000001';
const RANGE = { least: 0, most: 1_000_000 };

const days = fc
    .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-01-01T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

function option(value: number, label: string, rest: object): object {
    return { Value: value, Label: { UserLocalizedLabel: { Label: label } }, ...rest };
}

const statusAttribute = {
    OptionSet: {
        Options: [
            option(1, 'In Progress', { State: 0 }),
            option(3, 'Won', { State: 1 }),
            option(617400001, 'Price', { State: 2 }),
            option(4, 'Canceled', { State: 2 }),
            option(99, 'Of no state that there is', { State: 7 }),
        ],
    },
};
const stateAttribute = {
    OptionSet: {
        Options: [
            option(0, 'Open', { DefaultStatus: 1 }),
            option(1, 'Won', { DefaultStatus: 3 }),
            option(2, 'Lost', { DefaultStatus: 4 }),
        ],
    },
};

describe('the status reasons', () => {
    it('come from the environment, those of makers included, with the default first', () => {
        const statuses = readStatuses([statusAttribute, stateAttribute]);
        expect(statusesOf(OpportunityState.lost, statuses).map(({ label }) => label)).toEqual(['Canceled', 'Price']);
        expect(statusesOf(OpportunityState.won, statuses).map(({ value }) => value)).toEqual([3]);
    });

    it('are none where the environment does not tell', () => {
        expect(readStatuses([undefined, undefined])).toEqual([]);
    });
});

describe('an answer', () => {
    const answer = { status: 4, closeDate: '2026-11-22', competitorId: null, description: '' };

    it('needs a status reason of the outcome and a whole day', () => {
        expect(checkClosing(answer, [4, 5])).toEqual([]);
        expect(checkClosing({ ...answer, status: 3 }, [4, 5])).toEqual(['status-missing']);
        expect(checkClosing({ ...answer, status: null, closeDate: '' }, [4])).toEqual([
            'status-missing',
            'date-missing',
        ]);
    });

    it('may name any day of the calendar, yet to come or not', () => {
        fc.assert(fc.property(days, (day) => isDay(day)));
        for (const text of ['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '1752-12-31', 'tomorrow']) {
            expect([text, isDay(text)]).toEqual([text, false]);
        }
    });
});

describe('the actual revenue', () => {
    it('is proposed from the estimated one when won and as nothing when lost, always as the column takes it', () => {
        fc.assert(
            fc.property(fc.option(fc.double({ noNaN: true, min: -2_000_000, max: 2_000_000 })), (estimatedRevenue) => {
                const won = proposeRevenue('won', { estimatedRevenue }, RANGE);
                return (
                    isRevenueValid(won, RANGE) &&
                    (won === null) === (estimatedRevenue === null) &&
                    proposeRevenue('lost', { estimatedRevenue }, RANGE) === 0
                );
            }),
        );
        expect(proposeRevenue('won', { estimatedRevenue: 12_000.5 }, RANGE)).toBe(12_000.5);
    });

    it('is never below nothing, nor more than the column holds', () => {
        expect(readRevenueRange({ MinValue: -1e12, MaxValue: 1e12 })).toEqual({ least: 0, most: 1e12 });
        expect(readRevenueRange(undefined)).toEqual({ least: 0, most: 1e12 });
        expect([-0.01, 1_000_000.01, Infinity, NaN].map((revenue) => isRevenueValid(revenue, RANGE))).toEqual(
            Array(4).fill(false),
        );
    });

    it('starts from the sum of the products where Dataverse calculates', () => {
        const row = { estimatedvalue: 1, totalamount: 2 };
        expect(readOpportunity({ ...row, isrevenuesystemcalculated: true }).estimatedRevenue).toBe(2);
        expect(readOpportunity({ ...row, isrevenuesystemcalculated: false }).estimatedRevenue).toBe(1);
        expect(readOpportunity({ estimatedvalue: 1, isrevenuesystemcalculated: true }).estimatedRevenue).toBe(1);
    });
});

describe('the moment of a day', () => {
    it('is of that day by UTC and by the clock of every seller', () => {
        fc.assert(
            fc.property(days, fc.integer({ min: -12 * 60, max: 14 * 60 }), (day, minutesEast) => {
                const moment = closingMoment(day, minutesEast);
                const local = new Date(new Date(moment).getTime() + minutesEast * 60_000);
                return moment.startsWith(day) && local.toISOString().startsWith(day);
            }),
        );
    });
});

describe('the description', () => {
    it('holds all that was confirmed and as much of the seller’s words as fits', () => {
        fc.assert(
            fc.property(fc.string({ maxLength: 3000 }), fc.array(fc.string({ maxLength: 400 })), (own, confirmed) => {
                const text = closingDescription(own, confirmed);
                const record = confirmed.join('\n');
                return (
                    text.length <= DESCRIPTION_LENGTH && (record.length > DESCRIPTION_LENGTH || text.endsWith(record))
                );
            }),
        );
        expect(closingDescription(' They signed. ', ['Left open:', '• Budget'])).toBe(
            'They signed.\n\nLeft open:\n• Budget',
        );
    });

    it('has a subject that fits its column', () => {
        expect(closingSubject('x'.repeat(300))).toHaveLength(200);
    });
});

describe('what is written to close', () => {
    const closing: Closing = {
        outcome: 'lost',
        opportunity: { id: ID, etag: 'W/"7"' },
        status: 5,
        subject: 'Opportunity lost: Sensors',
        revenue: 0,
        closeDate: '2026-11-22',
        competitorId: null,
        description: '',
    };

    it('asks for the version that was seen before the message that closes', () => {
        expect(closingWrites(closing, 60)).toEqual([
            {
                kind: 'update',
                entitySet: 'opportunities',
                id: ID,
                columns: { actualvalue: 0, actualclosedate: '2026-11-22' },
                ifMatch: 'W/"7"',
            },
            {
                kind: 'action',
                address: 'LoseOpportunity',
                parameters: {
                    Status: 5,
                    OpportunityClose: {
                        '@odata.type': 'Microsoft.Dynamics.CRM.opportunityclose',
                        subject: 'Opportunity lost: Sensors',
                        'opportunityid@odata.bind': `/opportunities(${ID})`,
                        actualend: '2026-11-22T12:00:00Z',
                        actualrevenue: 0,
                    },
                },
            },
        ]);
    });

    it('leaves out what is not known', () => {
        const [, win] = closingWrites({ ...closing, outcome: 'won', revenue: null, competitorId: 'c1' }, 0);
        expect(win).toMatchObject({ address: 'WinOpportunity' });
        expect(JSON.stringify(win)).not.toContain('actualrevenue');
        expect(JSON.stringify(win)).toContain('"competitorid@odata.bind":"/competitors(c1)"');
    });
});

describe('what is written to reopen', () => {
    const finished = { businessprocessflowinstanceid: 'p1', statecode: 1, statuscode: 2 };

    it('opens first, then empties what the closing left, then lets a finished process go on', () => {
        const writes = reopeningWrites({ id: ID, etag: 'W/"7"' }, 2, [finished]);
        expect(writes).toMatchObject([
            { columns: { statecode: 0, statuscode: 2 }, ifMatch: 'W/"7"' },
            { columns: { actualvalue: null, actualclosedate: null } },
            { entitySet: 'leadtoopportunitysalesprocesses', id: 'p1', columns: { statecode: 0, statuscode: 1 } },
        ]);
    });

    it('wakes no process that runs already or was given up', () => {
        const running = { ...finished, statecode: 0, statuscode: 1 };
        const aborted = { ...finished, statecode: 1, statuscode: 3 };
        expect(resumeProcess([running, finished])).toEqual([]);
        expect(resumeProcess([aborted])).toEqual([]);
        expect(resumeProcess([])).toEqual([]);
    });
});

describe('the addresses', () => {
    it('bear few ids each, and every id once', () => {
        fc.assert(
            fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 120 }), (ids) => {
                const addresses = opportunityAddresses(ids, []);
                const found = addresses.flatMap((address) => address.match(/opportunityid eq ([0-9a-f-]{36})/g) ?? []);
                return found.length === ids.length && addresses.every((address) => address.length < 3000);
            }),
        );
    });
});
