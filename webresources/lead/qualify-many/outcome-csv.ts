import { Table } from '../../../lifecycle/columns';
import { csvOf } from '../../../lifecycle/qualify-many/csv';
import type { GeneralKey } from '../../dialog/language';
import { recordAddress } from '../../dialog/record-address';
import type { Words } from '../../dialog/words';
import { howText, isQualified, outcomeTexts, type LeadOutcome } from './lead-outcome';
import type { TextHost } from './obstacle-text';
import type { BulkWords } from './words';

/** The list of results as a file for a spreadsheet, with the names that the dialog shows. */
export function outcomeCsv(
    outcomes: readonly LeadOutcome[],
    clientUrl: string,
    host: TextHost,
    words: BulkWords,
    general: Words<GeneralKey>,
): string {
    const head = [
        words('csv.lead'),
        words('csv.company'),
        words('csv.result'),
        words('csv.details'),
        words('party.account'),
        words('csv.accountHow'),
        words('party.contact'),
        words('csv.contactHow'),
        words('csv.link'),
        words('party.opportunity'),
    ];
    return csvOf([
        head,
        ...outcomes.map((outcome) => {
            const { lead, result, rows } = outcome;
            const [account, contact] = result?.kind === 'done' ? [rows.account, rows.contact] : [null, null];
            const opportunityId = result?.kind === 'done' ? result.opportunityId : null;
            return [
                lead.name || lead.leadId,
                lead.company,
                words(isQualified(outcome) ? 'csv.qualified' : 'csv.notQualified'),
                isQualified(outcome) ? '' : outcomeTexts(outcome, host, words, general).join(' '),
                account?.name ?? '',
                account ? howText(account, words) : '',
                contact?.name ?? '',
                contact ? howText(contact, words) : '',
                recordAddress(clientUrl, Table.lead, lead.leadId),
                opportunityId === null ? '' : recordAddress(clientUrl, Table.opportunity, opportunityId),
            ];
        }),
    ]);
}
