import Database from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { people } from '../../test/e2e/app-page';
import { medianMilliseconds, millisecondsText, type Measurement } from '../measure';

const RUNS = 50;

/** The first page of My Open Leads through the Web API against the same SQL by hand on the same file. */
export async function measureList(url: string, dataDirectory: string): Promise<readonly Measurement[]> {
    const address =
        `${url}/api/data/v9.2/leads?$select=fullname,subject,companyname,statuscode,createdon` +
        `&$filter=statecode eq 0 and _ownerid_value eq ${people.seller}&$orderby=createdon desc&$top=50`;
    const throughWebApi = await medianMilliseconds(RUNS, async () => {
        const response = await fetch(address, { headers: { MSCRMCallerID: people.seller } });
        await response.text();
    });
    const file = readdirSync(dataDirectory).find((name) => /\.(db|sqlite3?)$/.test(name));
    if (!file) throw new Error(`No database file in ${dataDirectory}.`);
    const database = new Database(join(dataDirectory, file), { readonly: true });
    const statement = database.prepare(
        `SELECT fullname, subject, companyname, statuscode, createdon FROM lead
         WHERE statecode = 0 AND ownerid = ? ORDER BY createdon DESC LIMIT 50`,
    );
    const byHand = await medianMilliseconds(RUNS, () => {
        JSON.stringify(statement.all(people.seller));
    });
    database.close();
    return [
        {
            what: 'My Open Leads, 50 rows, through the Web API',
            value: millisecondsText(throughWebApi),
            against: `${(throughWebApi / byHand).toFixed(1)} × the same SQL by hand (${millisecondsText(byHand)})`,
        },
    ];
}
