import * as React from 'react';
import { messageOf } from '../../lifecycle/commands/outcome';
import { readStatusMetadata, type StatusMetadata } from '../status-reasons/status-metadata';
import { fluentTheme } from '../appearance/theme';
import type { Inputs, Outputs } from './manifest';
import { Picker, type PickerProps } from './Picker';

type Context = ComponentFramework.Context<Inputs>;

/** Required levels as the framework numbers them: 1 by the system, 2 by the application. */
const REQUIRED_LEVELS: readonly number[] = [1, 2];

/** Shows a whole number column as the status reason of lead that it stands for. */
export class StatusReasonPicker implements ComponentFramework.ReactControl<Inputs, Outputs> {
    private value: number | null = null;
    private metadata: StatusMetadata | null = null;
    private failure = '';
    private destroyed = false;
    private notifyOutputChanged: () => void = () => undefined;

    public init(context: Context, notifyOutputChanged?: () => void): void {
        if (notifyOutputChanged) this.notifyOutputChanged = notifyOutputChanged;
        readStatusMetadata(context.utils).then(
            (metadata) => {
                this.metadata = metadata;
                this.render(context);
            },
            (error: unknown) => {
                this.failure = messageOf(error);
                this.render(context);
            },
        );
    }

    public updateView(context: Context): React.ReactElement {
        const { value } = context.parameters;
        this.value = value.raw;
        const props: PickerProps = {
            value: this.value,
            metadata: this.metadata,
            failure: this.failure,
            label: context.mode.label,
            disabled: context.mode.isControlDisabled || value.security?.editable === false,
            required: REQUIRED_LEVELS.includes(value.attributes?.RequiredLevel ?? 0),
            masked: value.security?.readable === false,
            error: value.error ? value.errorMessage : '',
            theme: fluentTheme(context.fluentDesignLanguage),
            text: (key) => context.resources.getString(key),
            onChange: (chosen) => {
                this.value = chosen;
                this.notifyOutputChanged();
            },
        };
        return React.createElement(Picker, props);
    }

    public getOutputs(): Outputs {
        return this.value === null ? {} : { value: this.value };
    }

    public destroy(): void {
        this.destroyed = true;
    }

    private render(context: Context): void {
        if (!this.destroyed) context.factory.requestRender();
    }
}
