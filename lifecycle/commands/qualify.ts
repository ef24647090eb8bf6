import { DEFAULT_STATUS, DUPLICATE_RECORDS_FOUND, Gate, LeadState, LeadStatus } from '../choices';
import { EntitySet, LeadColumn, Navigation, Table } from '../columns';
import type { Criterion } from '../configuration/criterion';
import { judge } from '../criteria/gate';
import { conversionColumns, planConversion, type Links } from '../qualify/conversion';
import { qualifyLeadRequest, readQualified, type Qualified } from '../qualify/qualify-lead-request';
import { textOf, valueOf, type Row } from '../row';
import { permittedTargets } from '../transitions/permitted-targets';
import { openCriterionText } from './criterion-text';
import type { CriterionLine } from './dialogs';
import { findMatches } from './find-matches';
import type { Host } from './host';
import {
    decideCommand,
    decisionText,
    factsOf,
    leadId,
    leadName,
    leadStatus,
    readSituation,
    type Situation,
} from './lead-row';
import { errorCodeOf, runCommand, type Outcome } from './outcome';
import { statusNote } from './write-status';

export interface QualifyOptions {
    /** The lead's process instance, where the form knows it. */
    readonly processInstanceId?: string;
    /** Whether to open the new opportunity; true unless said otherwise. */
    readonly openOpportunity?: boolean;
    /** The status reason that the lead gets; otherwise the first one that it may get. */
    readonly to?: number;
}

/**
 * Qualifies one lead: checks the transition, shows criteria and what will be created or linked, and once the seller
 * agrees has Dataverse qualify it and opens the opportunity.
 */
export function qualify(host: Host, id: string, options: QualifyOptions = {}): Promise<Outcome> {
    return runCommand(host, 'qualify.failed.title', async () => {
        const situation = await readSituation(host, [id], 'qualify');
        const [lead] = situation.leads;
        if (!lead) return { kind: 'cancelled' };
        const to = options.to ?? qualifiedStatus(host, lead, situation);
        const decision = decideCommand(host, lead, to, 'qualify', situation.rules, '');
        const onlyNoteMissing =
            !decision.allowed && decision.refusals.every((refusal) => refusal.code === 'note-missing');
        if (!decision.allowed && !onlyNoteMissing) {
            await host.alert({
                title: host.text('refusal.title'),
                text: await decisionText(host, decision, leadStatus(lead), to, situation.statusReasons),
            });
            return { kind: 'refused' };
        }
        const verdict = judge(Gate.qualify, situation.configuration.criteria, lead);
        const open = [...verdict.blocking, ...verdict.warnings];
        const [matches, columnLabels] = await Promise.all([
            findMatches(host, lead),
            host.columnLabels(Table.lead, [
                ...new Set([...open.map((criterion) => criterion.column), LeadColumn.topic, LeadColumn.lastName]),
            ]),
        ]);
        const line = (criterion: Criterion): CriterionLine => ({
            name: criterion.name,
            hint: openCriterionText(host, criterion, columnLabels),
        });
        const answer = await host.openDialog('qualify', {
            leadName: leadName(lead),
            lead: Object.fromEntries(conversionColumns.map((column) => [column, valueOf(lead, column)])),
            met: verdict.met.map((criterion) => ({ name: criterion.name, hint: '' })),
            blocking: verdict.blocking.map(line),
            warnings: verdict.warnings.map(line),
            progress: verdict.progress,
            accountName: formatted(lead, LeadColumn.parentAccount),
            contactName: formatted(lead, LeadColumn.parentContact),
            ...matches,
            columnLabels,
            noteRequired: onlyNoteMissing,
        });
        // The dialog cannot be confirmed while a criterion blocks; a host of another make may still try.
        if (answer === null || verdict.blocking.length > 0) return { kind: 'cancelled' };
        host.progress(host.text('qualify.progress', leadName(lead)));
        const links: Links = {
            ...(answer.accountId !== null && { accountId: answer.accountId }),
            ...(answer.contactId !== null && { contactId: answer.contactId }),
        };
        const qualified = await withDuplicateQuestion(host, (suppress) =>
            convert(host, lead, to, links, {
                note: answer.note,
                suppressDuplicateDetection: suppress,
                ...(options.processInstanceId && { processInstanceId: options.processInstanceId }),
            }),
        );
        if (qualified === null) return { kind: 'cancelled' };
        host.progress(null);
        if (options.openOpportunity !== false && qualified.opportunityId !== null) {
            await host.navigate(Table.opportunity, qualified.opportunityId);
        }
        return { kind: 'done', leadIds: [id] };
    });
}

/** The status reason that a qualified lead gets: the first that may be reached, else the stock one. */
export function qualifiedStatus(host: Host, lead: Row, situation: Situation): number {
    const [target] = permittedTargets(leadStatus(lead), situation.rules, factsOf(host, lead), LeadState.qualified);
    return target?.value ?? LeadStatus.qualified;
}

export interface ConvertOptions {
    readonly note: string;
    readonly suppressDuplicateDetection: boolean;
    readonly processInstanceId?: string;
}

/**
 * Has Dataverse qualify a lead. What the seller chose to link is written on the lead first, so that QualifyLead finds
 * it there and creates neither a second account nor a second contact.
 */
export async function convert(
    host: Host,
    lead: Row,
    to: number,
    links: Links,
    options: ConvertOptions,
): Promise<Qualified> {
    const id = leadId(lead);
    const conversion = planConversion(lead, links);
    const columns: Row = {
        ...(links.accountId && {
            [`${Navigation.leadParentAccount}@odata.bind`]: `/${EntitySet.account}(${links.accountId})`,
        }),
        ...(links.contactId && {
            [`${Navigation.leadParentContact}@odata.bind`]: `/${EntitySet.contact}(${links.contactId})`,
        }),
        ...statusNote(options.note),
    };
    const request = qualifyLeadRequest(id, lead, conversion, {
        status: to === LeadStatus.qualified ? DEFAULT_STATUS : to,
        suppressDuplicateDetection: options.suppressDuplicateDetection,
        ...(options.processInstanceId && { processInstanceId: options.processInstanceId }),
    });
    if (Object.keys(columns).length === 0) return readQualified(await host.execute(request));
    // Both or neither: a note must not stay behind on a lead that was not qualified.
    const bodies = await host.changeSet([
        { kind: 'update', table: Table.lead, id, columns },
        { kind: 'execute', request },
    ]);
    return readQualified(bodies[1]);
}

/** Asks once whether to go on when duplicate detection stops it; null when the seller says no. */
async function withDuplicateQuestion(
    host: Host,
    run: (suppress: boolean) => Promise<Qualified>,
): Promise<Qualified | null> {
    try {
        return await run(false);
    } catch (error) {
        if (errorCodeOf(error) !== DUPLICATE_RECORDS_FOUND) throw error;
        host.progress(null);
        const goOn = await host.confirm({
            title: host.text('qualify.duplicate.title'),
            text: host.text('qualify.duplicate.text'),
            confirmLabel: host.text('qualify.duplicate.button'),
            cancelLabel: host.text('button.cancel'),
        });
        return goOn ? run(true) : null;
    }
}

/** The name of the row that a lookup refers to. */
function formatted(lead: Row, column: string): string {
    return textOf(lead, `_${column}_value@OData.Community.Display.V1.FormattedValue`);
}
