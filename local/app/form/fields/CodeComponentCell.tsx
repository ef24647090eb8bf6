import React, { lazy, Suspense, useMemo } from 'react';
import { Spinner } from '@fluentui/react/lib/Spinner';
import { bracedId } from '../../platform/guid';
import { usePlatform } from '../../platform/platform-context';
import { useSubscription } from '../../platform/use-subscription';
import type { CodeComponentDefinition } from '../definition/types';
import { useForm } from '../form-scope';
import type { FormControl } from '../model/control';
import type { FormModel } from '../model/form-model';
import type { FormValue } from '../model/values';
import { formatAttribute } from './format-value';
import { useCurrencySymbol } from './use-currency';
import type { FieldProps } from './use-field';

const FieldControlHost = lazy(async () => ({ default: (await import('../../pcf')).FieldControlHost }));

/** A code component with a name: what stands in for the stock control. */
export type NamedComponent = CodeComponentDefinition & { readonly name: string };

/** formFactor of a browser on a computer. */
const DESKTOP = 0;

/** The component that the form binds to a control for this kind of device; null: the stock control. */
export function componentOf(control: FormControl): NamedComponent | null {
    const named = control.codeComponents.filter(
        (component): component is NamedComponent => component.name !== undefined,
    );
    return named.find(({ formFactor }) => formFactor === DESKTOP) ?? named[0] ?? null;
}

/** A column shown by a code component. */
export function CodeComponentCell(props: FieldProps & { readonly component: NamedComponent }): JSX.Element {
    const { component, control, attribute } = props;
    const { form } = useForm();
    const { environment } = usePlatform();
    const symbol = useCurrencySymbol();
    // A component may be bound to further columns of the form, whose changes it has to see as well.
    const subscribe = useMemo(() => subscribeToAll(form), [form]);
    useSubscription(subscribe);
    const version = [...form.attributes.values()].map(({ value }) => value);
    return (
        <Suspense fallback={<Spinner />}>
            <FieldControlHost
                component={component}
                columnName={attribute.name}
                columnOf={(name) => {
                    const bound = form.attribute(name);
                    return bound === null
                        ? undefined
                        : {
                              column: bound.column,
                              value: bound.value,
                              formatted: formatAttribute(bound, environment.user, symbol),
                              required: bound.requiredLevel,
                              error: control.notifications.flatMap(({ messages }) => messages).join(' '),
                              editable: bound.privilege.canUpdate,
                          };
                }}
                label={control.label}
                disabled={!form.mayEdit(control)}
                visible={control.isShown}
                record={{
                    entityTypeName: form.table.logicalName,
                    entityId: form.id === null ? '' : bracedId(form.id),
                    entityRecordName: form.primaryName,
                }}
                onChange={(name, value) => {
                    const bound = form.attribute(name);
                    if (bound !== null) {
                        form.edit(bound, value as FormValue);
                        control.outputChangeHandlers.fire(control);
                    }
                }}
                version={JSON.stringify([version, control.disabled, form.formType])}
            />
        </Suspense>
    );
}

function subscribeToAll(form: FormModel): (listener: () => void) => () => void {
    return (listener) => {
        const stops = [...form.attributes.values()].map((attribute) => attribute.subscribe(listener));
        return () => stops.forEach((stop) => stop());
    };
}
