import * as React from 'react';
import { Gate } from '../../lifecycle/choices';
import { selectName, Table } from '../../lifecycle/columns';
import { loadConfiguration } from '../../lifecycle/commands/load-configuration';
import type { Criterion } from '../../lifecycle/configuration/criterion';
import { keptConfiguration } from '../../lifecycle/configuration/page-session';
import { columnsOfGate } from '../../lifecycle/criteria/gate';
import { meterOf, type Meter as MeterModel } from '../../lifecycle/criteria/meter';
import { defaultConfiguration, languageOf } from '../../lifecycle/defaults';
import { plainId, type Row } from '../../lifecycle/row';
import { colorsOf } from '../appearance/theme';
import { componentText } from '../component-text';
import { findLeadForm, type LeadForm } from './lead-form';
import type { Inputs, Outputs } from './manifest';
import { Meter, type MeterProps, type MeterTextKey } from './Meter';

type Context = ComponentFramework.Context<Inputs>;

/** The framework tells the row of the form, which its types leave out. */
interface RowContext {
    readonly contextInfo?: { readonly entityId?: string };
}

/** Shows how far a lead is qualified, criterion by criterion, with what has not been saved yet. */
export class ProgressMeter implements ComponentFramework.ReactControl<Inputs, Outputs> {
    private context: Context | null = null;
    private criteria: readonly Criterion[] | null = null;
    private form: LeadForm | null = null;
    /** Values of columns that are not on the form; null until they have been read. */
    private background: Row | null = null;
    /** The row, and how it is seen: what the background was read for. */
    private source = '';
    private stopListening: () => void = () => undefined;
    private destroyed = false;

    public init(context: Context): void {
        this.context = context;
        this.readCriteria(context).catch((error: unknown) => console.error(error));
    }

    public updateView(context: Context): React.ReactElement {
        this.context = context;
        this.follow(context);
        const { form } = this;
        const meter = this.meter();
        const props: MeterProps = {
            // What Dataverse keeps counts for a lead that is closed, whatever its criteria are by now.
            percent: meter && form?.isEditable() !== false ? meter.progress : context.parameters.value.raw,
            lines: meter?.lines ?? null,
            label: context.mode.label,
            colors: colorsOf(context.fluentDesignLanguage),
            text: componentText<MeterTextKey>(() => context.resources),
            isReachable: (column) => form?.isReachable(column) ?? false,
            onFocus: (column) => form?.focus(column),
        };
        return React.createElement(Meter, props);
    }

    public getOutputs(): Outputs {
        return {};
    }

    public destroy(): void {
        this.destroyed = true;
        this.stopListening();
    }

    private meter(): MeterModel | null {
        const { criteria, background, form } = this;
        if (!criteria || !background) return null;
        return meterOf(Gate.qualify, criteria, form ? form.values(background) : background);
    }

    private async readCriteria({ userSettings }: Context): Promise<void> {
        const user = { id: plainId(userSettings.userId), roles: [], language: languageOf(userSettings.languageId) };
        const report = (error: unknown): void => console.error(error);
        const retrieveMultiple = async (table: string, options: string): Promise<readonly Row[]> =>
            (await this.context?.webAPI.retrieveMultipleRecords(table, options))?.entities ?? [];
        // The form's script reads the same; a user without the role is guided by the defaults, as on the form.
        const reading = keptConfiguration(globalThis, user.id) ?? loadConfiguration({ user, report, retrieveMultiple });
        const configuration = await reading.catch((error: unknown) => {
            report(error);
            return defaultConfiguration(user.language);
        });
        this.criteria = configuration.criteria;
        this.render();
    }

    /** Finds the form of the row and reads what it lacks; again when the row has been saved, or is another one. */
    private follow(context: Context): void {
        const { criteria } = this;
        if (!criteria) return;
        const id = plainId((context.mode as RowContext).contextInfo?.entityId ?? '');
        const form = findLeadForm(id);
        const source = `${id} ${form ? 'form' : String(context.parameters.value.raw)}`;
        if (source === this.source) return;
        this.source = source;
        this.form = form;
        const columns = columnsOfGate(Gate.qualify, criteria);
        this.stopListening();
        this.stopListening = form?.listen(columns, () => this.render()) ?? (() => undefined);
        const absent = columns.filter((column) => !form?.has(column));
        if (id === '' || absent.length === 0) this.background = {};
        else void this.readBackground(id, absent, source);
    }

    private async readBackground(id: string, columns: readonly string[], source: string): Promise<void> {
        const webApi = this.context?.webAPI;
        if (!webApi) return;
        let row: Row = {};
        try {
            row = await webApi.retrieveRecord(Table.lead, id, `?$select=${columns.map(selectName).join(',')}`);
        } catch (error) {
            // A maker's column may be gone; it counts as blank then, as on the form.
            console.error(error);
        }
        if (this.source !== source) return;
        this.background = row;
        this.render();
    }

    private render(): void {
        if (!this.destroyed) this.context?.factory.requestRender();
    }
}
