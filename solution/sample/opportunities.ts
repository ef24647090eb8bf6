import type { WebApiClient, WriteRequest } from '../deploy/web-api-client';
import { isoDay, isoTime } from './days';
import type { SampleLead } from './leads';
import phrases from './phrases.json';
import type { Random } from './random';

/** Stages of the stock Lead to Opportunity Sales Process, in order, behind Qualify. */
const STAGE_NAMES = ['Develop', 'Propose', 'Close'];
const QUALIFY = 'Qualify';
const WON = 3;
const LOST_REASONS = [4, 5];

/** Qualifies leads one by one, then spreads the opportunities over the stages; some are won or lost. */
export async function qualify(
    client: WebApiClient,
    random: Random,
    list: readonly SampleLead[],
    today: Date,
): Promise<void> {
    const opportunityIds: string[] = [];
    for (const lead of list) {
        // Whoever qualifies owns what comes of it.
        const { value } = await client.as(lead.ownerId).post(`leads(${lead.id})/Microsoft.Dynamics.CRM.QualifyLead`, {
            CreateAccount: true,
            CreateContact: true,
            CreateOpportunity: true,
            Status: -1,
            SuppressDuplicateDetection: true,
        });
        const created: readonly unknown[] = Array.isArray(value) ? value : [];
        for (const row of created) {
            if (typeof row === 'object' && row !== null && 'opportunityid' in row) {
                opportunityIds.push(String(row.opportunityid));
            }
        }
    }
    const stages = await stageIds(client);
    const instances = await client.rows(
        'leadtoopportunitysalesprocesses?$select=businessprocessflowinstanceid,_opportunityid_value&$filter=_opportunityid_value ne null',
    );
    const instanceOf = new Map(
        instances.map((row) => [String(row['_opportunityid_value']), String(row['businessprocessflowinstanceid'])]),
    );
    const updates: WriteRequest[] = [];
    const closings: { readonly action: string; readonly body: object }[] = [];
    for (const id of opportunityIds) {
        const reached = random.integer(0, STAGE_NAMES.length - 1);
        updates.push({ method: 'PATCH', path: `opportunities(${id})`, body: opportunityBody(random, reached, today) });
        const instance = instanceOf.get(id);
        if (instance && reached > 0) updates.push(stageMove(instance, stages, reached));
        if (reached === STAGE_NAMES.length - 1 && random.chance(0.6)) closings.push(closing(random, id, today));
    }
    await client.changeset(updates);
    for (const { action, body } of closings) await client.post(action, body);
}

function opportunityBody(random: Random, reached: number, today: Date): object {
    return {
        estimatedvalue: random.integer(6, 300) * 1000,
        estimatedclosedate: isoDay(today, random.integer(5, 150)),
        closeprobability: [25, 50, 80][reached] ?? 25,
        opportunityratingcode: random.integer(1, 3),
        customerneed: random.pick(phrases.needs),
        ...(reached > 0
            ? {
                  proposedsolution: random.pick(phrases.solutions),
                  identifycustomercontacts: true,
                  identifycompetitors: true,
              }
            : {}),
        ...(reached > 1 ? { developproposal: true, completeinternalreview: true, presentproposal: true } : {}),
    };
}

async function stageIds(client: WebApiClient): Promise<ReadonlyMap<string, string>> {
    const rows = await client.rows('processstages?$select=stagename,primaryentitytypecode,_processid_value');
    return new Map(rows.map((row) => [String(row['stagename']), String(row['processstageid'])]));
}

function stageMove(instance: string, stages: ReadonlyMap<string, string>, reached: number): WriteRequest {
    const path = [QUALIFY, ...STAGE_NAMES.slice(0, reached + 1)].map((name) => stages.get(name) ?? '');
    return {
        method: 'PATCH',
        path: `leadtoopportunitysalesprocesses(${instance})`,
        body: {
            traversedpath: path.join(','),
            'activestageid@odata.bind': `/processstages(${path.at(-1) ?? ''})`,
        },
    };
}

function closing(random: Random, id: string, today: Date): { action: string; body: object } {
    const won = random.chance(0.6);
    return {
        action: won ? 'WinOpportunity' : 'LoseOpportunity',
        body: {
            OpportunityClose: {
                subject: won ? 'Won' : 'Lost',
                'opportunityid@odata.bind': `/opportunities(${id})`,
                actualend: isoTime(today, 0, 10),
                ...(won ? { actualrevenue: random.integer(6, 300) * 1000 } : {}),
            },
            Status: won ? WON : random.pick(LOST_REASONS),
        },
    };
}
