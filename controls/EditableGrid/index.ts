import * as React from 'react';
import type { Host } from '../../lifecycle/commands/host';
import type { Configuration } from '../../lifecycle/configuration/configuration';
import type { StatusReason } from '../../lifecycle/configuration/status-reason';
import { defaultConfiguration } from '../../lifecycle/defaults';
import { rulesOf } from '../../lifecycle/transitions/rules-of';
import { colorsOf, cssVariables, fluentTheme } from '../appearance/theme';
import { createHost } from '../host/create-host';
import { readChoiceOptions, type ChoiceOptions } from './choice-metadata';
import { gridColumns, missingColumns } from './columns';
import { EditableGridApp, type EditableGridAppProps } from './components/EditableGridApp';
import type { Context, Inputs, Outputs } from './manifest';
import { readRows } from './rows';
import { createText, type OwnText } from './texts';

interface Rules {
    readonly configuration: Configuration;
    readonly statusReasons: readonly StatusReason[];
}

/** Leads of a view as a grid whose cells can be edited, the status reason only as the transitions permit. */
export class EditableGrid implements ComponentFramework.ReactControl<Inputs, Outputs> {
    private context: Context | undefined;
    private host: Host | undefined;
    private readonly text: OwnText = createText(() => this.currentContext().resources);
    private rules: Rules | null = null;
    private options: ChoiceOptions = {};
    /** View and columns that have been completed. */
    private completed = '';
    private destroyed = false;

    public init(context: Context): void {
        this.context = context;
        context.mode.trackContainerResize(true);
        void this.readRules(this.ensureHost());
    }

    public updateView(context: Context): React.ReactElement {
        this.context = context;
        const host = this.ensureHost();
        const { leads } = context.parameters;
        // The rows wait for the rules: shown before, they would come and go once columns are added.
        const incomplete = this.rules === null || this.askForMissingColumns(context);
        const design = context.fluentDesignLanguage;
        const columns = gridColumns(leads);
        const props: EditableGridAppProps = {
            columns,
            rows: incomplete ? [] : readRows(leads, this.rules?.statusReasons ?? []),
            rules: this.rules && rulesOf(this.rules.configuration, this.rules.statusReasons),
            options: this.options,
            sorting: leads.sorting?.[0] ?? null,
            loading: leads.loading || incomplete,
            failure: leads.error ? leads.errorMessage : '',
            hasMore: leads.paging.hasNextPage,
            totalCount: leads.paging.totalResultCount,
            width: context.mode.allocatedWidth,
            height: context.mode.allocatedHeight,
            host,
            theme: fluentTheme(design),
            cssVariables: cssVariables(colorsOf(design)),
            isDark: design?.isDarkTheme ?? false,
            text: this.text,
            onSelect: (ids) => this.currentContext().parameters.leads.setSelectedRecordIds([...ids]),
            onSort: (column, descending) => this.sort(column, descending),
            onLoadMore: () => this.currentContext().parameters.leads.paging.loadNextPage(),
            onRefresh: () => {
                // Qualifying leaves for the opportunity's form; there is no list to refresh any more.
                if (!this.destroyed) this.currentContext().parameters.leads.refresh();
            },
        };
        return React.createElement(EditableGridApp, props);
    }

    public getOutputs(): Outputs {
        return {};
    }

    public destroy(): void {
        this.destroyed = true;
    }

    /**
     * A user who may not read the rules is guided by the default ones, and without status reasons none is offered; the
     * server decides.
     */
    private async readRules(host: Host): Promise<void> {
        const or = <Value>(fallback: Value) => {
            return (error: unknown): Value => {
                host.report(error);
                return fallback;
            };
        };
        const [configuration, statusReasons] = await Promise.all([
            host.configuration().catch(or(defaultConfiguration(host.user.language))),
            host.statusReasons().catch(or<readonly StatusReason[]>([])),
        ]);
        this.rules = { configuration, statusReasons };
        if (!this.destroyed) this.currentContext().factory.requestRender();
    }

    /**
     * A view may lack columns that its rows are judged by. They are added once for each view, which takes effect at the
     * next refresh; options of its choices are read by the way.
     * @returns whether the rows at hand are about to be replaced
     */
    private askForMissingColumns(context: Context): boolean {
        const { leads } = context.parameters;
        const view = leads.getViewId();
        if (leads.columns.length === 0 || this.rules === null || this.completed === view) return false;
        this.completed = view;
        void this.readOptions(context);
        const required = this.rules.configuration.transitions.flatMap((transition) => transition.requiredColumns);
        const missing = missingColumns(leads, required);
        if (missing.length === 0 || !leads.addColumn) return false;
        for (const column of missing) leads.addColumn(column);
        leads.refresh();
        return true;
    }

    private async readOptions(context: Context): Promise<void> {
        const choices = gridColumns(context.parameters.leads).filter((column) => column.kind === 'choice');
        try {
            this.options = await readChoiceOptions(
                context.utils,
                choices.map((column) => column.name),
            );
            if (!this.destroyed) context.factory.requestRender();
        } catch (error) {
            // Choices without options cannot be edited; all else can.
            this.ensureHost().report(error);
        }
    }

    private sort(column: string, descending: boolean): void {
        const { leads } = this.currentContext().parameters;
        leads.sorting.splice(0, leads.sorting.length, { name: column, sortDirection: descending ? 1 : 0 });
        leads.refresh();
    }

    private ensureHost(): Host {
        this.host ??= createHost(() => this.currentContext());
        return this.host;
    }

    private currentContext(): Context {
        if (!this.context) throw new Error('LeadLifecycle.EditableGrid is used before init.');
        return this.context;
    }
}
