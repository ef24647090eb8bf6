import { Enforcement, Gate, Test } from '../../../lifecycle/choices';
import {
    changeEachOpportunity,
    type OpportunityChangeResult,
} from '../../../lifecycle/close-opportunity/change-each-opportunity';
import type { ClosingOutcome } from '../../../lifecycle/close-opportunity/closing';
import { closingWrites } from '../../../lifecycle/close-opportunity/closing-writes';
import { isBlocked, prepareClosing } from '../../../lifecycle/close-opportunity/prepare-closing';
import { prepareReopening } from '../../../lifecycle/close-opportunity/prepare-reopening';
import { reopeningWrites } from '../../../lifecycle/close-opportunity/reopening-writes';
import { stateOfOutcome } from '../../../lifecycle/close-opportunity/closing';
import type { Row } from '../../../lifecycle/row';
import { aCriterion } from '../builders';
import { aRealDataverse, Person, type RealDataverse, type RealHost } from '../real-dataverse';

jest.setTimeout(120_000);

const DAY = '2026-11-20';

describe('opportunities of a real Dataverse', () => {
    let dataverse: RealDataverse;

    beforeAll(async () => {
        dataverse = await aRealDataverse();
    });

    afterAll(() => dataverse?.close());

    function anOpportunity(columns: Row = {}): Promise<string> {
        return dataverse.add(
            'opportunities',
            {
                name: 'Sensors for the press shop',
                estimatedvalue: 82_000,
                presentfinalproposal: true,
                finaldecisiondate: '2026-12-01',
                ...columns,
            },
            Person.seller,
        );
    }

    async function closing(host: RealHost, id: string, outcome: ClosingOutcome, rest: Row = {}) {
        const input = await prepareClosing(host, [id], outcome);
        const [candidate] = input.candidates;
        const status = input.statuses.at(-1)?.value;
        if (!candidate || status === undefined) throw new Error(`Opportunity ${id} cannot be closed.`);
        const { opportunity } = candidate;
        return {
            id,
            etag: opportunity.etag,
            wanted: stateOfOutcome(outcome),
            writes: closingWrites(
                {
                    outcome,
                    opportunity,
                    status,
                    subject: 'Closed',
                    revenue: 80_000.5,
                    closeDate: DAY,
                    competitorId: null,
                    description: 'They signed.',
                    ...rest,
                },
                60,
            ),
        };
    }

    /** In the order of the changes. */
    async function resultsOf(
        ...run: Parameters<typeof changeEachOpportunity>
    ): Promise<readonly OpportunityChangeResult[]> {
        return [...(await changeEachOpportunity(...run)).values()];
    }

    async function stateOf(id: string): Promise<Row> {
        return dataverse.read(`opportunities(${id})?$select=statecode,statuscode,actualvalue,actualclosedate`);
    }

    it('are prepared in one request and won in one', async () => {
        const host = await dataverse.host();
        const id = await anOpportunity();
        const change = await closing(host, id, 'won');
        expect(await resultsOf(host, [change])).toEqual([{ kind: 'done' }]);
        expect(host.sent.map(({ kind }) => kind)).toEqual(['read', 'write']);
        expect(await stateOf(id)).toMatchObject({
            statecode: 1,
            statuscode: 3,
            actualvalue: 80_000.5,
            actualclosedate: DAY,
        });
        expect(
            await dataverse.rows(
                `opportunitycloses?$select=subject,actualrevenue,description,actualend,statecode&$filter=_opportunityid_value eq ${id}`,
            ),
        ).toMatchObject([{ subject: 'Closed', actualrevenue: 80_000.5, description: 'They signed.', statecode: 1 }]);
    });

    it('are lost to a competitor, whom the preparation knows', async () => {
        const host = await dataverse.host();
        const id = await anOpportunity();
        const rival = await dataverse.add('competitors', { name: 'Alpine Drives' });
        await dataverse.post(`opportunities(${id})/opportunitycompetitors_association/$ref`, {
            '@odata.id': `competitors(${rival})`,
        });
        const input = await prepareClosing(host, [id], 'lost');
        expect(input.competitors).toEqual([{ id: rival, name: 'Alpine Drives' }]);
        expect(input.statuses.map(({ label }) => label)).toEqual(['Canceled', 'Out-Sold']);
        const change = await closing(host, id, 'lost', { competitorId: rival, revenue: 0 });
        expect(await resultsOf(host, [change])).toEqual([{ kind: 'done' }]);
        expect(await stateOf(id)).toMatchObject({ statecode: 2, statuscode: 5, actualvalue: 0 });
        expect(
            await dataverse.rows(`opportunitycloses?$select=_competitorid_value&$filter=_opportunityid_value eq ${id}`),
        ).toMatchObject([{ _competitorid_value: rival }]);
    });

    it('stand before the gate of winning, and not before that of losing', async () => {
        const criteria = [
            aCriterion({ gate: Gate.close, column: 'budgetamount', test: Test.hasAValue, message: 'Ask for it.' }),
            aCriterion({
                gate: Gate.close,
                column: 'customerneed',
                test: Test.hasAValue,
                enforcement: Enforcement.warn,
            }),
        ];
        const host = await dataverse.host();
        const strict = { ...host, configuration: { ...host.configuration, criteria } };
        const [open, ready] = [
            await anOpportunity(),
            await anOpportunity({ budgetamount: 1, customerneed: 'Fewer stops' }),
        ];
        const { candidates, columnLabels } = await prepareClosing(strict, [open, ready], 'won');
        expect(candidates.map(isBlocked)).toEqual([true, false]);
        expect(candidates[0]?.verdict.warnings).toHaveLength(1);
        expect(columnLabels.get('budgetamount')).toMatch(/budget/i);
        const lost = await prepareClosing(strict, [open], 'lost');
        expect(lost.candidates.map(isBlocked)).toEqual([false]);
    });

    it('are read as whole rows when a criterion names a column that is gone', async () => {
        const host = await dataverse.host();
        const criteria = [aCriterion({ gate: Gate.close, column: 'new_gone' })];
        const id = await anOpportunity();
        const input = await prepareClosing(
            { ...host, configuration: { ...host.configuration, criteria } },
            [id],
            'won',
        );
        expect(input.candidates.map(isBlocked)).toEqual([true]);
        expect(input.candidates[0]?.opportunity.currency.code).toMatch(/^[A-Z]{3}$/);
    });

    it('are won once by two who close at once: the second learns who was faster, and nothing of theirs is written', async () => {
        const [sam, grace] = [await dataverse.host(), await dataverse.host({ user: Person.manager })];
        const id = await anOpportunity();
        const [first, second] = [await closing(sam, id, 'won'), await closing(grace, id, 'lost')];
        expect(await resultsOf(sam, [first])).toEqual([{ kind: 'done' }]);
        expect(await resultsOf(grace, [second])).toMatchObject([
            { kind: 'changed', meanwhile: { state: 1, statusLabel: 'Won', modifiedBy: { name: 'Sam Rivera' } } },
        ]);
        expect(await stateOf(id)).toMatchObject({ statecode: 1 });
        expect(await dataverse.count('opportunitycloses', `_opportunityid_value eq ${id}`)).toBe(1);
    });

    it('are not closed over what somebody has typed meanwhile', async () => {
        const host = await dataverse.host();
        const id = await anOpportunity();
        const change = await closing(host, id, 'won');
        await dataverse.update(`opportunities(${id})`, { estimatedvalue: 5 }, Person.manager);
        expect(await resultsOf(host, [change])).toMatchObject([
            { kind: 'changed', meanwhile: { state: 0, estimatedRevenue: 5, modifiedBy: { name: 'Grace Okafor' } } },
        ]);
    });

    it('that one refuses do not keep the others from closing', async () => {
        const host = await dataverse.host();
        const ids = [await anOpportunity(), await anOpportunity(), await anOpportunity()];
        const [one, wrong, gone] = await Promise.all([
            closing(host, ids[0] ?? '', 'won'),
            closing(host, ids[1] ?? '', 'won', { status: 5 }),
            closing(host, ids[2] ?? '', 'won'),
        ]);
        await dataverse.delete(`opportunities(${ids[2]})`);
        const results = await resultsOf(host, [wrong, gone, one]);
        expect(results.map(({ kind }) => kind)).toEqual(['refused', 'gone', 'done']);
        expect(await stateOf(ids[1] ?? '')).toMatchObject({ statecode: 0, actualvalue: null });
    });

    describe.each(['request-lost', 'answer-lost'] as const)('when the connection breaks (%s)', (fault) => {
        it('are either closed or untouched, and the result says which', async () => {
            const quiet = await dataverse.host();
            const ids = [await anOpportunity(), await anOpportunity()];
            const changes = await Promise.all(ids.map((id) => closing(quiet, id, 'won')));
            const host = await dataverse.host({ fault: (_, { kind }) => (kind === 'write' ? fault : null) });
            const results = await resultsOf(host, changes);
            const expected = fault === 'request-lost' ? 'interrupted' : 'done';
            expect(results.map(({ kind }) => kind)).toEqual([expected, expected]);
            for (const id of ids) {
                expect(await stateOf(id)).toMatchObject({ statecode: fault === 'request-lost' ? 0 : 1 });
            }
        });

        it('are unknown while nothing can be read, and told truly by a second try', async () => {
            const quiet = await dataverse.host();
            const id = await anOpportunity();
            const change = await closing(quiet, id, 'won');
            const host = await dataverse.host({ fault: () => fault });
            expect(await resultsOf(host, [change])).toEqual([{ kind: 'unknown' }]);
            expect(await resultsOf(quiet, [{ ...change, mayBeDone: true }])).toEqual([{ kind: 'done' }]);
            expect(await dataverse.count('opportunitycloses', `_opportunityid_value eq ${id}`)).toBe(1);
        });
    });

    it('are tried in batches, and no more after the seller has stopped', async () => {
        const host = await dataverse.host();
        const ids = await Promise.all(Array.from({ length: 12 }, () => anOpportunity()));
        const changes = await Promise.all(ids.map((id) => closing(host, id, 'won')));
        const before = host.sent.length;
        const seen: number[] = [];
        const results = await resultsOf(host, changes, {
            onProgress: (some) => seen.push(some.size),
            isCancelled: () => seen.length > 0,
        });
        expect(results.map(({ kind }) => kind)).toEqual([...Array(10).fill('done'), 'not-started', 'not-started']);
        expect(seen).toEqual([10, 12]);
        expect(host.sent.length - before).toBe(1);
    });

    it('open again in one request: revenue and date are empty, the process goes on, the activity stays', async () => {
        const host = await dataverse.host();
        const leadId = await dataverse.addLead();
        const { value } = await dataverse.post(
            `leads(${leadId})/Microsoft.Dynamics.CRM.QualifyLead`,
            { CreateAccount: false, CreateContact: false, CreateOpportunity: true, Status: 3 },
            Person.seller,
        );
        const [created] = Array.isArray(value) ? (value as readonly Row[]) : [];
        const id = String(created?.['opportunityid']);
        await dataverse.update(`opportunities(${id})`, { presentfinalproposal: true, finaldecisiondate: '2026-12-01' });
        expect(await resultsOf(host, [await closing(host, id, 'won')])).toEqual([{ kind: 'done' }]);
        const processes = (): Promise<readonly Row[]> =>
            dataverse.rows(
                `leadtoopportunitysalesprocesses?$select=statuscode,_activestageid_value&$filter=_opportunityid_value eq ${id}`,
            );
        const [finished] = await processes();
        expect(finished).toMatchObject({ statuscode: 2 });

        const input = await prepareReopening(host, [id]);
        expect(input.statuses.map(({ label }) => label)).toEqual(['In Progress', 'On Hold']);
        const before = host.sent.length;
        const changes = input.closed.map((opportunity) => ({
            id: opportunity.id,
            etag: opportunity.etag,
            wanted: 0 as const,
            writes: reopeningWrites(opportunity, 2, input.processes.get(opportunity.id) ?? []),
        }));
        expect(await resultsOf(host, changes)).toEqual([{ kind: 'done' }]);
        expect(host.sent.length - before).toBe(1);
        expect(await stateOf(id)).toMatchObject({
            statecode: 0,
            statuscode: 2,
            actualvalue: null,
            actualclosedate: null,
        });
        expect(await processes()).toMatchObject([
            { statuscode: 1, _activestageid_value: finished?.['_activestageid_value'] },
        ]);
        expect(await dataverse.count('opportunitycloses', `_opportunityid_value eq ${id}`)).toBe(1);
    });
});
