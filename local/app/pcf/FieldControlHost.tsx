import React from 'react';
import type { CodeComponentDefinition } from '../form/definition/types';
import { ComponentView } from './ComponentView';
import type { LoadedComponent } from './load-component';
import { boundProperty, constantProperty, type BoundColumn } from './property/create-property';
import type { RunningInputs } from './running-component';

export interface FieldControlHostProps {
    readonly component: CodeComponentDefinition & { readonly name: string };
    /** The column that the field is for. */
    readonly columnName: string;
    /** Columns of the form; undefined for one that the form does not hold. */
    readonly columnOf: (name: string) => BoundColumn | undefined;
    readonly label: string;
    readonly disabled: boolean;
    readonly visible: boolean;
    readonly record: RunningInputs['contextInfo'];
    /** Takes what the component has changed; null empties the column. */
    readonly onChange: (columnName: string, value: unknown) => void;
    /** Any change of it makes the component update its view. */
    readonly version: unknown;
}

/** A code component in place of a form's field. */
export function FieldControlHost(props: FieldControlHostProps): JSX.Element {
    const { component, columnName, columnOf } = props;

    /** The column behind a property: what the form's XML binds, else the field's own for the first bound property. */
    const boundColumnName = (manifest: LoadedComponent['manifest'], property: string): string | undefined => {
        const parameter = component.parameters[property];
        if (parameter && !parameter.static) return parameter.value;
        const [first] = manifest.properties.filter(({ usage }) => usage === 'bound');
        return first?.name === property ? columnName : undefined;
    };

    const inputsOf = ({ manifest }: LoadedComponent): RunningInputs => {
        const parameters = manifest.properties.map((definition) => {
            const name = boundColumnName(manifest, definition.name);
            const bound = name === undefined ? undefined : columnOf(name);
            const constant = component.parameters[definition.name];
            return [
                definition.name,
                bound
                    ? boundProperty(definition, bound)
                    : constantProperty(definition, constant?.static === false ? undefined : constant?.value),
            ];
        });
        return {
            parameters: Object.fromEntries(parameters) as Readonly<Record<string, unknown>>,
            label: props.label,
            disabled: props.disabled,
            visible: props.visible,
            contextInfo: props.record,
        };
    };

    return (
        <ComponentView
            name={component.name}
            inputsOf={inputsOf}
            version={props.version}
            changed={Object.keys(component.parameters)}
            fill={false}
            onOutputs={(outputs, { manifest }) => {
                for (const { name, usage } of manifest.properties) {
                    const column = usage === 'bound' ? boundColumnName(manifest, name) : undefined;
                    // A bound property that the outputs leave out is to be emptied, as on the platform.
                    if (column !== undefined) props.onChange(column, outputs[name] ?? null);
                }
            }}
        />
    );
}
