import * as React from 'react';
import type { Host } from '../../lifecycle/commands/host';
import { colorsOf, cssVariables, fluentTheme } from '../appearance/theme';
import { createHost } from '../host/create-host';
import { FocusedViewApp, type FocusedViewAppProps } from './components/FocusedViewApp';
import type { Context, Inputs, Outputs } from './manifest';
import { missingColumns, readRecords } from './read-data-set';
import { createText, type OwnText } from './texts';

/** Leads of a view as cards, with the selected one beside them. */
export class FocusedView implements ComponentFramework.ReactControl<Inputs, Outputs> {
    private context: Context | undefined;
    private host: Host | undefined;
    private readonly text: OwnText = createText(() => this.currentContext().resources);
    /** View whose missing columns have been asked for. */
    private completedView = '';
    private wasLoading = false;
    private generation = 0;
    private destroyed = false;

    public init(context: Context): void {
        this.context = context;
        this.host = createHost(() => this.currentContext());
        context.mode.trackContainerResize(true);
    }

    public updateView(context: Context): React.ReactElement {
        this.context = context;
        this.host ??= createHost(() => this.currentContext());
        const { leads } = context.parameters;
        const incomplete = this.askForMissingColumns(context);
        const loading = leads.loading || incomplete;
        if (this.wasLoading && !loading) this.generation += 1;
        this.wasLoading = loading;
        const design = context.fluentDesignLanguage;
        const props: FocusedViewAppProps = {
            viewId: leads.getViewId(),
            records: incomplete ? [] : readRecords(leads),
            loading,
            failure: leads.error ? leads.errorMessage : '',
            hasMore: leads.paging.hasNextPage,
            totalCount: leads.paging.totalResultCount,
            generation: this.generation,
            width: context.mode.allocatedWidth,
            height: context.mode.allocatedHeight,
            host: this.host,
            webApi: context.webAPI,
            clock: {
                now: new Date(),
                offsetMinutes: (at) => context.userSettings.getTimeZoneOffsetMinutes(at),
            },
            theme: fluentTheme(design),
            cssVariables: cssVariables(colorsOf(design)),
            text: this.text,
            onSelect: (ids) => this.currentContext().parameters.leads.setSelectedRecordIds([...ids]),
            onLoadMore: () => this.currentContext().parameters.leads.paging.loadNextPage(),
            onRefresh: () => {
                // Qualifying leaves for the opportunity's form; there is no list to refresh any more.
                if (!this.destroyed) this.currentContext().parameters.leads.refresh();
            },
        };
        return React.createElement(FocusedViewApp, props);
    }

    public getOutputs(): Outputs {
        return {};
    }

    public destroy(): void {
        // The context stays: a command that is under way still tells the user how it ended.
        this.destroyed = true;
    }

    /**
     * A view may lack columns that a card shows. They are added once for each view, which takes effect at the next
     * refresh.
     * @returns whether the rows at hand are about to be replaced
     */
    private askForMissingColumns(context: Context): boolean {
        const { leads } = context.parameters;
        const view = leads.getViewId();
        if (leads.columns.length === 0 || this.completedView === view) return false;
        this.completedView = view;
        const missing = missingColumns(leads);
        if (missing.length === 0 || !leads.addColumn) return false;
        for (const column of missing) leads.addColumn(column);
        leads.refresh();
        return true;
    }

    private currentContext(): Context {
        if (!this.context) throw new Error('LeadLifecycle.FocusedView is used before init.');
        return this.context;
    }
}
