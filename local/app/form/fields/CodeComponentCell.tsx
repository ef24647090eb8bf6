import React, { Suspense, lazy, useMemo } from 'react';
import { usePlatform } from '../../platform/platform-context';
import type { BoundColumn } from '../../pcf';
import type { CodeComponentDefinition } from '../definition/types';
import { useForm } from '../form-scope';
import type { FormValue } from '../model/values';
import { FieldInput } from './FieldInput';
import { formatAttribute } from './format-value';
import { useCurrencySymbol } from './use-currency';
import { useField, type FieldProps } from './use-field';

/** The host of code components is its own part of the player, loaded when the first one shows. */
const FieldControlHost = lazy(async () => ({ default: (await import('../../pcf')).FieldControlHost }));

/** A column shown by a code component; the ordinary field where the form names none. */
export function CodeComponentCell(props: FieldProps & { readonly component: CodeComponentDefinition }): JSX.Element {
    const { component, ...field } = props;
    const { name } = component;
    return name === undefined ? <FieldInput {...field} /> : <ComponentField {...field} component={{ ...component, name }} />;
}

function ComponentField(
    props: FieldProps & { readonly component: CodeComponentDefinition & { readonly name: string } },
): JSX.Element {
    const { component, control, attribute } = props;
    const { form } = useForm();
    const { environment } = usePlatform();
    const currencySymbol = useCurrencySymbol();
    const { value, readOnly, required, invalid } = useField(props);
    // A new object whenever the component should look again.
    const version = useMemo(
        () => ({ value, readOnly, required, invalid, label: control.label, shown: control.isShown }),
        [value, readOnly, required, invalid, control.label, control.isShown],
    );
    const columnOf = (columnName: string): BoundColumn | undefined => {
        const bound = form.attribute(columnName);
        if (bound === null) return undefined;
        const own = bound === attribute;
        return {
            column: bound.column,
            value: bound.value,
            formatted: formatAttribute(bound, environment.user, currencySymbol),
            required: bound.requiredLevel,
            error: own ? control.notifications.flatMap(({ level, messages }) => (level === 'ERROR' ? messages : [])).join('\n') : '',
            editable: own ? !readOnly : !form.isReadOnly,
        };
    };
    return (
        <Suspense fallback={null}>
            <FieldControlHost
                component={component}
                columnName={attribute.name}
                columnOf={columnOf}
                label={control.label}
                disabled={readOnly}
                visible={control.isShown}
                record={{
                    entityTypeName: form.table.logicalName,
                    entityId: form.id ?? '',
                    entityRecordName: form.primaryName,
                }}
                version={version}
                onChange={(columnName, changed) => {
                    const bound = form.attribute(columnName);
                    if (bound !== null && bound.value !== changed) form.edit(bound, changed as FormValue);
                }}
            />
        </Suspense>
    );
}
