import React, { useCallback, useState } from 'react';
import type { DialogHost } from '../../../lifecycle/commands/dialog-host';
import { Table } from '../../../lifecycle/columns';
import type { ManyOptions } from '../../../lifecycle/qualify-many/assignment';
import { planMany, type ChosenRecords } from '../../../lifecycle/qualify-many/plan';
import { newRowKey, newRows } from '../../../lifecycle/qualify-many/shared-rows';
import type { RecordChoice } from '../../../lifecycle/qualify/record-choice';
import type { Party } from '../../../lifecycle/qualify/target';
import { isBlank } from '../../../lifecycle/row';
import type { Connection } from '../../dialog/connection';
import { DialogFrame } from '../../dialog/DialogFrame';
import { ErrorPanel } from '../../dialog/ErrorPanel';
import { generalWords } from '../../dialog/language';
import { Loading } from '../../dialog/Loading';
import { ProgressBar } from '../../dialog/ProgressBar';
import { Stepper } from '../../dialog/Stepper';
import { wordsOf } from '../../dialog/words';
import { CheckPage, type Settings } from './CheckPage';
import { download } from './download';
import { isFillingRefused, outcomeRow, type LeadOutcome } from './lead-outcome';
import { criterionText } from './obstacle-text';
import { outcomeCsv } from './outcome-csv';
import { ResultsPage } from './ResultsPage';
import { RunPage } from './RunPage';
import english from './texts.1033.json';
import french from './texts.1036.json';
import { useManyQualifications } from './use-many-qualifications';

export interface QualifyManyDialogProps {
    readonly connection: Connection<'qualify-many'>;
    readonly host: DialogHost;
}

const STEPS = { checking: 0, unreadable: 0, checked: 0, running: 1, finished: 2 } as const;

/** Qualifies a selection of leads: checks all of them, runs, and lists what came of each. */
export function QualifyManyDialog({ connection, host }: QualifyManyDialogProps): JSX.Element {
    const { input, language, session, text, interim, close } = connection;
    const { clientUrl } = session;
    const words = wordsOf(english, french, language);
    const general = generalWords(language);
    const [chosen, setChosen] = useState<ChosenRecords>(new Map());
    const [settings, setSettings] = useState<Settings>({
        withOpportunity: true,
        fillsLinkedRows: true,
        passesWarnings: false,
        note: '',
    });
    const [tried, setTried] = useState(false);
    const many = useManyQualifications(host, input.ids, (changed) => interim({ changed, open: null }));
    const { phase, leads, results } = many;

    const plan = planMany(leads, chosen, settings.passesWarnings);
    const noteRequired = plan.ready.some(({ lead }) => lead.input?.noteRequired);
    const noteMissing = noteRequired && isBlank(settings.note);
    const options: ManyOptions = {
        withOpportunity: settings.withOpportunity,
        note: settings.note,
        // Whoever tries again has read that the rows may not be changed.
        fillsLinkedRows: (leadId) => settings.fillsLinkedRows && !isFillingRefused(results.get(leadId)),
        passedWarnings: (lead) => lead.warnings.map((criterion) => criterionText(criterion, lead, host)),
        // Whoever tries again has read that there are duplicates.
        detectDuplicates: (leadId) => results.get(leadId)?.kind !== 'duplicates',
    };
    const end = useCallback(() => {
        const changed = [...results].filter(([, { kind }]) => kind === 'done').map(([leadId]) => leadId);
        close(changed.length === 0 ? null : { changed, open: null });
    }, [results, close]);
    const title = text('qualify.many.title', input.ids.length);
    const steps = (
        <Stepper
            label={words('steps')}
            steps={[words('step.check'), words('step.run'), words('step.results')]}
            current={STEPS[phase.kind]}
        />
    );

    switch (phase.kind) {
        case 'checking':
            return (
                <DialogFrame title={title} cancelLabel={words('cancel')} onCancel={end} page="checking">
                    {steps}
                    <ProgressBar label={words('check.running')} value={phase.checked} max={input.ids.length} />
                    <Loading label={words('check.running')} />
                </DialogFrame>
            );
        case 'unreadable':
            return (
                <DialogFrame title={title} cancelLabel={words('cancel')} onCancel={end} page="unreadable">
                    {steps}
                    <ErrorPanel error={phase.error} onRetry={many.checkAgain} />
                </DialogFrame>
            );
        case 'checked':
            return (
                <DialogFrame
                    title={title}
                    confirmLabel={qualifyLabel(plan.ready.length)}
                    confirmDisabled={plan.ready.length === 0}
                    cancelLabel={words('cancel')}
                    onConfirm={() => {
                        setTried(true);
                        if (!noteMissing) many.run(plan.ready, options);
                    }}
                    onCancel={end}
                    page="check"
                >
                    {steps}
                    <CheckPage
                        leads={leads}
                        plan={plan}
                        chosen={chosen}
                        settings={settings}
                        noteRequired={noteRequired}
                        noteMissing={tried && noteMissing}
                        clientUrl={clientUrl}
                        host={host}
                        words={words}
                        onSettings={setSettings}
                        onChoose={choose}
                    />
                </DialogFrame>
            );
        case 'running':
            return (
                <DialogFrame
                    title={title}
                    cancelLabel={words('cancel')}
                    busy
                    stop={{
                        label: words(phase.isStopping ? 'run.stopping' : 'run.stop'),
                        disabled: phase.isStopping,
                        onClick: many.stop,
                    }}
                    onCancel={end}
                    page="run"
                >
                    {steps}
                    <RunPage finished={phase.finished} total={phase.total} results={results} words={words} />
                </DialogFrame>
            );
        case 'finished':
            return (
                <DialogFrame
                    title={title}
                    {...(many.retriable.length > 0 && {
                        confirmLabel: words('result.again', many.retriable.length),
                        onConfirm: () => many.retry(options),
                    })}
                    cancelLabel={words('result.close')}
                    onCancel={end}
                    buttons={[{ label: words('result.export'), onClick: exportList }]}
                    page="results"
                >
                    {steps}
                    <ErrorPanel error={phase.error} />
                    <ResultsPage outcomes={outcomes()} clientUrl={clientUrl} host={host} words={words} />
                </DialogFrame>
            );
    }

    function qualifyLabel(count: number): string {
        if (count === 0) return words('check.qualifyNone');
        return count === 1 ? words('check.qualifyOne') : words('check.qualify', count);
    }

    function choose(leadId: string, party: Party, choice: RecordChoice): void {
        setChosen((all) => new Map(all).set(leadId, { ...all.get(leadId), [party]: choice }));
    }

    function outcomes(): readonly LeadOutcome[] {
        const rows = new Map(newRows([...many.tried.values()]).map((row) => [row.key, row]));
        return leads.map((lead): LeadOutcome => {
            const result = results.get(lead.leadId) ?? null;
            const choices = many.tried.get(lead.leadId)?.choices;
            const row = (party: Party, id: string | null): LeadOutcome['rows'][Party] =>
                outcomeRow(lead, party, choices?.[party] ?? null, id, rows.get(newRowKey(lead, party)) ?? null);
            return {
                lead,
                result,
                rows: {
                    account: result?.kind === 'done' ? row(Table.account, result.accountId) : null,
                    contact: result?.kind === 'done' ? row(Table.contact, result.contactId) : null,
                },
            };
        });
    }

    function exportList(): void {
        const csv = outcomeCsv(outcomes(), clientUrl, host, words, general);
        download(words('csv.name'), csv, 'text/csv;charset=utf-8');
    }
}
