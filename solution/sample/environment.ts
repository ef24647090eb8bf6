import type { WebApiClient } from '../deploy/web-api-client';

/** What the sample rows refer to in the environment that they go into. */
export interface SampleEnvironment {
    /** systemuserids of the people who own the rows, by domain name. */
    readonly owners: { readonly seller: string; readonly secondSeller: string; readonly manager: string };
    /** transactioncurrencyids by ISO code. */
    readonly currencies: ReadonlyMap<string, string>;
    /** The solution's disqualification reasons; empty when another solution was imported. */
    readonly reasons: readonly Reason[];
}

export interface Reason {
    readonly id: string;
    readonly statusCode: number;
    readonly noteRequired: boolean;
    readonly revisitAfterDays: number | null;
}

export async function sampleEnvironment(client: WebApiClient): Promise<SampleEnvironment> {
    const users = await client.rows('systemusers?$select=domainname');
    const userId = (domainName: string): string => {
        const user = users.find((it) => it['domainname'] === domainName);
        if (!user) throw new Error(`Sample data: the environment has no user ${domainName}.`);
        return String(user['systemuserid']);
    };
    const currencies = await client.rows('transactioncurrencies?$select=isocurrencycode');
    return {
        owners: {
            seller: userId('seller@local'),
            secondSeller: userId('seller2@local'),
            manager: userId('manager@local'),
        },
        currencies: new Map(
            currencies.map((it) => [String(it['isocurrencycode']), String(it['transactioncurrencyid'])]),
        ),
        reasons: await disqualificationReasons(client),
    };
}

async function disqualificationReasons(client: WebApiClient): Promise<readonly Reason[]> {
    const solutions = await client.rows(`solutions?$select=uniquename&$filter=uniquename eq 'LeadLifecycle'`);
    if (solutions.length === 0) return [];
    const rows = await client.rows(
        'llc_disqualificationreasons?$select=llc_statuscode,llc_noterequired,llc_revisitafterdays&$orderby=llc_order',
    );
    return rows.map((row) => ({
        id: String(row['llc_disqualificationreasonid']),
        statusCode: Number(row['llc_statuscode']),
        noteRequired: row['llc_noterequired'] === true,
        revisitAfterDays: typeof row['llc_revisitafterdays'] === 'number' ? row['llc_revisitafterdays'] : null,
    }));
}
