import * as React from 'react';
import { Table } from '../../lifecycle/columns';
import { languageOf } from '../../lifecycle/defaults';
import { plainId } from '../../lifecycle/row';
import { colorsOf, cssVariables, fluentTheme } from '../appearance/theme';
import { TransitionMapApp, type TransitionMapAppProps } from './components/TransitionMapApp';
import { download } from './download';
import { createDraftStore, type DraftStore } from './draft-store';
import { createEnvironment } from './environment/create-environment';
import type { MakerEnvironment } from './environment/maker-environment';
import type { Context, Inputs, Outputs } from './manifest';
import { createText, type OwnText } from './texts';

/** `PrivilegeType` and `PrivilegeDepth` of the framework (Microsoft Learn, "hasEntityPrivilege"). */
const CHANGE = [1, 3, 4] as const;
const EVERYWHERE = 3;

/** The permitted moves of leads as a map that makers draw. */
export class TransitionMap implements ComponentFramework.ReactControl<Inputs, Outputs> {
    private context: Context | undefined;
    private environment: MakerEnvironment | undefined;
    private store: DraftStore | undefined;
    private readonly text: OwnText = createText(() => this.currentContext().resources);
    private wasLoading = false;
    private generation = 0;
    private destroyed = false;

    public init(context: Context): void {
        this.context = context;
        context.mode.trackContainerResize(true);
    }

    public updateView(context: Context): React.ReactElement {
        this.context = context;
        this.environment ??= createEnvironment(() => this.currentContext());
        this.store ??= createDraftStore(plainId(context.userSettings.userId));
        const { loading } = context.parameters.transitions;
        if (this.wasLoading && !loading) this.generation += 1;
        this.wasLoading = loading;
        const design = context.fluentDesignLanguage;
        const { languageId } = context.userSettings;
        const props: TransitionMapAppProps = {
            environment: this.environment,
            store: this.store,
            language: languageOf(languageId),
            userLanguage: languageId,
            mayEdit: CHANGE.every((privilege) =>
                context.utils.hasEntityPrivilege(Table.statusTransition, privilege, EVERYWHERE),
            ),
            generation: this.generation,
            width: context.mode.allocatedWidth,
            height: context.mode.allocatedHeight,
            theme: fluentTheme(design),
            cssVariables: cssVariables(colorsOf(design)),
            text: this.text,
            number: (value) => context.formatting.formatInteger(value),
            onSaved: () => {
                if (!this.destroyed) this.currentContext().parameters.transitions.refresh();
            },
            onDownload: download,
        };
        return React.createElement(TransitionMapApp, props);
    }

    public getOutputs(): Outputs {
        return {};
    }

    public destroy(): void {
        this.destroyed = true;
    }

    private currentContext(): Context {
        if (!this.context) throw new Error('LeadLifecycle.TransitionMap is used before init.');
        return this.context;
    }
}
