import { LeadState } from '../../lifecycle/choices';
import type { DialogHost } from '../../lifecycle/commands/dialog-host';
import { defaultConfiguration } from '../../lifecycle/defaults';
import { manyQualifications } from '../../lifecycle/qualify-many/many-qualifications';
import { planMany } from '../../lifecycle/qualify-many/plan';
import { createBatchWebApi, sendBy } from '../../lifecycle/web-api/batch-web-api';
import type { ChangeSet } from '../../lifecycle/web-api/web-api';
import { people } from '../../test/e2e/app-page';
import type { Measurement } from '../measure';

const LEADS = 500;
const LEADS_A_BATCH = 100;
/** Milliseconds that each request takes on its way: none on this machine, and as to a region not far away. */
const ON_THE_WAY = [0, 50] as const;

/** 500 leads qualified in bulk, with check, matches and dry run, against as many QualifyLead calls, one after another. */
export async function measureBulk(url: string): Promise<readonly Measurement[]> {
    const measurements: Measurement[] = [];
    for (const onTheWay of ON_THE_WAY) measurements.push(await measureFrom(url, onTheWay));
    return measurements;
}

async function measureFrom(url: string, onTheWay: number): Promise<Measurement> {
    let requests = 0;
    const ask = async (address: RequestInfo | URL, request: RequestInit = {}): Promise<Response> => {
        requests += 1;
        if (onTheWay > 0) await new Promise((resolve) => setTimeout(resolve, onTheWay));
        const headers = new Headers(request.headers);
        headers.set('MSCRMCallerID', people.seller);
        return fetch(address, { ...request, headers });
    };
    const host = aHost(url, ask);
    const measured = async (work: () => Promise<void>): Promise<{ seconds: number; requests: number }> => {
        requests = 0;
        const started = performance.now();
        await work();
        return { seconds: (performance.now() - started) / 1000, requests };
    };

    const inBulk = await addLeads(host, `bulk ${word(onTheWay)}`);
    const bulk = await measured(async () => {
        const many = manyQualifications(host);
        const { ready } = planMany(await many.check(inBulk), new Map(), true);
        const results = await many.run(
            ready,
            {
                withOpportunity: true,
                fillsLinkedRows: () => true,
                note: '',
                passedWarnings: () => [],
                detectDuplicates: () => true,
            },
            { onProgress: () => undefined, isCancelled: () => false },
        );
        const done = [...results.values()].filter(({ kind }) => kind === 'done').length;
        if (done !== LEADS) throw new Error(`Only ${done} of ${LEADS} leads were qualified in bulk.`);
    });

    const oneByOne = await addLeads(host, `single ${word(onTheWay)}`);
    const single = await measured(async () => {
        for (const id of oneByOne) {
            const response = await ask(`${url}/api/data/v9.2/leads(${id})/Microsoft.Dynamics.CRM.QualifyLead`, {
                method: 'POST',
                headers: { 'Content-Type': 'application/json' },
                body: JSON.stringify({ CreateAccount: true, CreateContact: true, CreateOpportunity: true, Status: -1 }),
            });
            if (!response.ok) throw new Error(`QualifyLead: ${response.status} ${await response.text()}`);
            await response.text();
        }
    });
    const rate = ({ seconds }: { seconds: number }): number => LEADS / seconds;
    const way = onTheWay === 0 ? '' : `, each request ${onTheWay} ms on its way`;
    return {
        what: `${LEADS} leads checked, matched and qualified in bulk${way}`,
        value: `${rate(bulk).toFixed(0)} leads/s`,
        traffic: `${bulk.requests} requests`,
        against:
            `${(rate(bulk) / rate(single)).toFixed(1)} × as many QualifyLead calls one after another, which look for ` +
            `no matches (${rate(single).toFixed(0)} leads/s, ${single.requests} requests)`,
    };
}

function aHost(url: string, ask: typeof fetch): DialogHost {
    const newId = (): string => crypto.randomUUID();
    return {
        user: { id: people.seller, roles: [], language: 1033 },
        configuration: defaultConfiguration(1033),
        statusReasons: [
            { value: 1, label: 'New', state: LeadState.open },
            { value: 2, label: 'Contacted', state: LeadState.open },
            { value: 3, label: 'Qualified', state: LeadState.qualified },
        ],
        webApi: createBatchWebApi(
            sendBy(ask, () => url),
            newId,
        ),
        text: (key) => key,
        now: () => new Date(),
        newId,
        report: (error) => console.error(error),
    };
}

/** Leads of as many companies, of which the default criteria are all known. */
async function addLeads({ webApi, newId }: DialogHost, kind: string): Promise<readonly string[]> {
    const ids = Array.from({ length: LEADS }, newId);
    const changeSets = ids.map(
        (leadid, index): ChangeSet => [
            {
                kind: 'create',
                entitySet: 'leads',
                columns: {
                    leadid,
                    subject: `Order ${index}`,
                    firstname: 'Ines',
                    lastname: `${kind} ${word(index)}`,
                    companyname: `${kind} works ${word(index)}`,
                    emailaddress1: `ines@${kind.replace(' ', '-')}-${word(index)}.example`,
                    budgetamount: 250_000,
                    decisionmaker: true,
                    need: 0,
                    purchasetimeframe: 1,
                    purchaseprocess: 0,
                },
            },
        ],
    );
    for (let start = 0; start < LEADS; start += LEADS_A_BATCH) {
        const answers = await webApi.write(changeSets.slice(start, start + LEADS_A_BATCH));
        for (const answer of answers) if (!answer.ok) throw new Error(answer.problem.message);
    }
    return ids;
}

/** Letters in place of digits, which names are not compared by. */
function word(index: number): string {
    return [...String(index).padStart(3, '0')].map((digit) => 'bdfglmnprs'[Number(digit)] ?? '').join('o');
}
