import type { Platform } from '../../platform/types';
import { WebApiError } from '../../platform/types';
import { plainId } from '../../platform/guid';
import type { FormModel } from '../model/form-model';
import { firstLookup } from '../model/row-request';
import { SaveMode } from '../model/save-mode';
import { valueFromRow, type LookupValue } from '../model/values';
import { type PlatformCommands, saved, stateChange } from './form-commands';

const OPEN = 0;
const DISQUALIFIED = 2;
/** DuplicateRecordsFound. */
const DUPLICATES = 0x80040333;

/** The Sales app's own commands of a lead: qualify, disqualify, reactivate. */
export function leadCommands(platform: Platform, form: FormModel): PlatformCommands {
    return {
        'Platform.Lead.qualify': () => qualify(platform, form),
        'Platform.Lead.disqualify': async (status) => {
            const reason = Number(status);
            const changes = stateChange(form, DISQUALIFIED, Number.isInteger(reason) ? reason : undefined);
            await saved(form, SaveMode.Disqualify, { changes });
        },
        'Platform.Lead.reactivate': async () => {
            await saved(form, SaveMode.Reactivate, { changes: stateChange(form, OPEN) });
        },
    };
}

/** Saves with mode 16, calls QualifyLead and opens the opportunity. */
async function qualify(platform: Platform, form: FormModel): Promise<void> {
    if (!(await saved(form, SaveMode.Qualify)) || form.id === null) {
        return;
    }
    const { dialogs, texts } = platform;
    dialogs.showProgress(texts('form.qualify.progress'));
    let opportunityId: string | null;
    try {
        opportunityId = await callQualifyLead(platform, form, form.id, false);
    } catch (error) {
        dialogs.closeProgress();
        const isDuplicate = error instanceof WebApiError && error.errorCode === DUPLICATES;
        if (
            !isDuplicate ||
            !(await dialogs.confirm({ title: texts('form.qualify.duplicates'), text: error.message }))
        ) {
            if (!isDuplicate) {
                throw error;
            }
            return;
        }
        opportunityId = await callQualifyLead(platform, form, form.id, true);
    } finally {
        dialogs.closeProgress();
    }
    await form.refresh(false);
    if (opportunityId !== null) {
        await platform.navigation.go({ page: 'form', app: platform.app.id, table: 'opportunity', id: opportunityId });
    }
}

async function callQualifyLead(
    platform: Platform,
    form: FormModel,
    id: string,
    suppressDuplicates: boolean,
): Promise<string | null> {
    const account = lookupOf(form, 'parentaccountid');
    const contact = lookupOf(form, 'parentcontactid');
    const hasCompany = String(form.columnValue('companyname') ?? '') !== '';
    const customer = account ?? contact;
    const instance = form.process?.instanceId ?? null;
    const { body } = await platform.webApi.request('POST', `leads(${id})/Microsoft.Dynamics.CRM.QualifyLead`, {
        // A lead that points to an account or a contact already does not get another one.
        CreateAccount: account === undefined && hasCompany,
        CreateContact: account === undefined && contact === undefined,
        CreateOpportunity: true,
        ...(customer === undefined
            ? {}
            : {
                  OpportunityCustomerId: {
                      '@odata.type': `Microsoft.Dynamics.CRM.${customer.entityType}`,
                      [`${customer.entityType}id`]: plainId(customer.id),
                  },
              }),
        ...(instance === null
            ? {}
            : {
                  ProcessInstanceId: {
                      '@odata.type': 'Microsoft.Dynamics.CRM.businessprocessflowinstance',
                      businessprocessflowinstanceid: instance,
                  },
              }),
        Status: -1,
        SuppressDuplicateDetection: suppressDuplicates,
    });
    const created =
        (body as { readonly value?: readonly Readonly<Record<string, unknown>>[] } | undefined)?.value ?? [];
    const opportunity = created.find((row) => row.opportunityid !== undefined)?.opportunityid;
    return typeof opportunity === 'string' ? opportunity : null;
}

function lookupOf(form: FormModel, column: string): LookupValue | undefined {
    const attribute = form.attribute(column);
    const known = form.table.columns[column];
    return firstLookup(attribute?.value ?? (known === undefined ? null : valueFromRow(known, form.row)));
}
