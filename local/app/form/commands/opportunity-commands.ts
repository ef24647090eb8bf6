import type { Platform } from '../../platform/types';
import { plainId } from '../../platform/guid';
import type { FormModel } from '../model/form-model';
import { SaveMode } from '../model/save-mode';
import { CloseOpportunityDialog, type OpportunityClose } from './CloseOpportunityDialog';
import { type PlatformCommands, saved, stateChange } from './form-commands';

const OPEN = 0;
const WON = 1;
const LOST = 2;

/** The Sales app's own commands of an opportunity: close as won or lost, reopen. */
export function opportunityCommands(platform: Platform, form: FormModel): PlatformCommands {
    return {
        'Platform.Opportunity.closeAsWon': () => close(platform, form, WON),
        'Platform.Opportunity.closeAsLost': () => close(platform, form, LOST),
        'Platform.Opportunity.reopen': async () => {
            // The server wakes the process up with the opportunity.
            if (await saved(form, SaveMode.Reactivate, { changes: stateChange(form, OPEN) })) await form.refresh(false);
        },
    };
}

async function close(platform: Platform, form: FormModel, state: typeof WON | typeof LOST): Promise<void> {
    if (!(await saved(form, SaveMode.Save)) || form.id === null) {
        return;
    }
    const { dialogs, texts, webApi } = platform;
    const revenue = form.columnValue('estimatedvalue') ?? form.row.estimatedvalue;
    const answer = await dialogs.open<
        OpportunityClose,
        { state: 1 | 2; table: FormModel['table']; revenue: number | null }
    >(
        CloseOpportunityDialog,
        { state, table: form.table, revenue: typeof revenue === 'number' ? revenue : null },
        { title: texts(state === WON ? 'form.close.won' : 'form.close.lost'), position: 1, width: 480 },
    );
    if (answer === undefined) {
        return;
    }
    dialogs.showProgress(texts('form.close.progress'));
    try {
        await webApi.request('POST', state === WON ? 'WinOpportunity' : 'LoseOpportunity', {
            OpportunityClose: {
                '@odata.type': 'Microsoft.Dynamics.CRM.opportunityclose',
                subject: texts(state === WON ? 'form.close.subjectWon' : 'form.close.subjectLost', form.primaryName),
                'opportunityid@odata.bind': `/opportunities(${form.id})`,
                actualrevenue: answer.actualRevenue,
                actualend: answer.closeDate,
                ...(answer.competitorId === null
                    ? {}
                    : { 'competitorid@odata.bind': `/competitors(${plainId(answer.competitorId)})` }),
                ...(answer.description === '' ? {} : { description: answer.description }),
            },
            Status: answer.status,
        });
    } finally {
        dialogs.closeProgress();
    }
    await form.refresh(false);
}
