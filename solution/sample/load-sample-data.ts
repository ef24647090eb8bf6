import { GREATEST_BATCH, type WebApiClient, type WriteRequest } from '../deploy/web-api-client';
import { activityRequests } from './activities';
import { disqualificationRequests } from './closed-leads';
import { customerRequests, customers } from './customers';
import { sampleEnvironment } from './environment';
import { leadRequests, leads } from './leads';
import { qualify } from './opportunities';
import phrases from './phrases.json';
import { Random } from './random';
import { withoutPlugIns } from './without-plug-ins';

const SEED = 20_260_101;
const LEADS = 2000;
const CUSTOMERS = 140;

/**
 * Fills an empty environment with leads, customers, activities and opportunities through the Web API. The rows are
 * the same for the same day; dates are relative to it. An environment that has leads already is left alone.
 * @param today the day the dates are counted from
 * @param report receives a line per step
 */
export async function loadSampleData(client: WebApiClient, today: Date, report: (line: string) => void): Promise<void> {
    if ((await client.rows('leads?$select=leadid&$top=1')).length > 0) return;
    await withoutPlugIns(client, () => load(client, today, report));
}

async function load(client: WebApiClient, today: Date, report: (line: string) => void): Promise<void> {
    const random = new Random(SEED);
    const environment = await sampleEnvironment(client);
    const existing = customers(random, CUSTOMERS);
    const list = leads(random, LEADS, existing, environment, today);

    report('sample data: campaigns, competitors, accounts and contacts');
    await inChangesets(client, [
        ...phrases.campaigns.map((name): WriteRequest => ({ method: 'POST', path: 'campaigns', body: { name } })),
        ...phrases.competitors.map((name): WriteRequest => ({ method: 'POST', path: 'competitors', body: { name } })),
        ...customerRequests(random, existing, environment),
    ]);
    report(`sample data: ${list.length} leads`);
    await inChangesets(client, leadRequests(list));
    report('sample data: activities and notes');
    await inChangesets(
        client,
        list.flatMap((lead) => activityRequests(random, lead, today)),
    );
    report('sample data: closed leads and opportunities');
    const withFate = (fate: string) => list.filter((lead) => lead.fate === fate);
    await inChangesets(client, disqualificationRequests(random, withFate('disqualified'), environment, today));
    await qualify(client, random, withFate('qualified'), today);
}

async function inChangesets(client: WebApiClient, requests: readonly WriteRequest[]): Promise<void> {
    for (let from = 0; from < requests.length; from += GREATEST_BATCH) {
        await client.changeset(requests.slice(from, from + GREATEST_BATCH));
    }
}
