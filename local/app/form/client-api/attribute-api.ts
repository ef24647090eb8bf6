import type { FormAttribute } from '../model/attribute';
import type { FormValue } from '../model/values';
import type { ClientApi } from './client-api';
import { ItemCollection } from './item-collection';

/** An attribute as form scripts see it, with the members that its type adds. */
export function createAttributeApi(api: ClientApi, attribute: FormAttribute): Xrm.Attributes.Attribute {
    const base = {
        getName: () => attribute.name,
        getAttributeType: () => attribute.type,
        getFormat: () => formatOf(attribute),
        getParent: () => api.entity,
        getValue: () => copyOf(attribute.value),
        setValue: (value: unknown) => attribute.setValue(value as FormValue | undefined),
        getIsDirty: () => attribute.isDirty,
        getRequiredLevel: () => attribute.requiredLevel,
        setRequiredLevel: (level: string) => {
            if (level !== 'none' && level !== 'recommended' && level !== 'required') {
                throw new Error(
                    `setRequiredLevel of column "${attribute.name}" takes none, recommended or required, not "${level}".`,
                );
            }
            attribute.requiredLevel = level;
            notifyWithControls(attribute);
        },
        getSubmitMode: () => attribute.submitMode,
        setSubmitMode: (mode: string) => {
            if (mode !== 'always' && mode !== 'dirty' && mode !== 'never') {
                throw new Error(
                    `setSubmitMode of column "${attribute.name}" takes always, dirty or never, not "${mode}".`,
                );
            }
            attribute.submitMode = mode;
        },
        getUserPrivilege: () => ({ ...attribute.privilege }),
        addOnChange: (handler: Xrm.Events.Attribute.ChangeEventHandler) => attribute.changeHandlers.add(handler),
        removeOnChange: (handler: Xrm.Events.Attribute.ChangeEventHandler) => attribute.changeHandlers.remove(handler),
        fireOnChange: () => attribute.fireOnChange(),
        setIsValid: (isValid: boolean, message?: string) => {
            attribute.invalidMessage = isValid
                ? null
                : (message ?? api.form.platform.texts('form.validation.invalid', attribute.column.displayName));
            api.form.isValid();
        },
        controls: new ItemCollection(
            () => attribute.controls.map((control) => api.controlOf(control)),
            (control) => control.getName(),
        ),
    };
    return Object.assign(base, specificMembers(attribute)) as unknown as Xrm.Attributes.Attribute;
}

function specificMembers(attribute: FormAttribute): object {
    const { column } = attribute;
    switch (attribute.type) {
        case 'decimal':
        case 'double':
        case 'integer':
        case 'money':
            return {
                getMin: () => column.minValue ?? Number.MIN_SAFE_INTEGER,
                getMax: () => column.maxValue ?? Number.MAX_SAFE_INTEGER,
                getPrecision: () => attribute.precision,
                setPrecision: (precision: number) => {
                    attribute.precision = precision;
                    notifyWithControls(attribute);
                },
            };
        case 'memo':
        case 'string':
            return { getMaxLength: () => column.maxLength ?? 0 };
        case 'boolean':
            return { getInitialValue: () => attribute.initialValue };
        case 'optionset':
            return {
                getInitialValue: () => attribute.initialValue,
                getOption: (wanted: number | string) => optionOf(attribute, wanted),
                getOptions: () => optionsOf(attribute),
                getSelectedOption: () =>
                    typeof attribute.value === 'number' ? optionOf(attribute, attribute.value) : null,
                getText: () =>
                    typeof attribute.value === 'number' ? (optionOf(attribute, attribute.value)?.text ?? '') : '',
            };
        case 'multiselectoptionset':
            return {
                getInitialValue: () => copyOf(attribute.initialValue),
                getOption: (wanted: number | string) => optionOf(attribute, wanted),
                getOptions: () => optionsOf(attribute),
                getSelectedOption: () => selectedOf(attribute),
                getText: () => selectedOf(attribute).map(({ text }) => text),
            };
        case 'lookup':
            return { getIsPartyList: () => attribute.isPartyList };
        case 'datetime':
            return {};
    }
}

function optionsOf(attribute: FormAttribute): Xrm.OptionSetValue[] {
    return attribute.options.map(({ label, value }) => ({ text: label, value }));
}

function optionOf(attribute: FormAttribute, wanted: number | string): Xrm.OptionSetValue | null {
    return (
        optionsOf(attribute).find(({ text, value }) => (typeof wanted === 'number' ? value : text) === wanted) ?? null
    );
}

function selectedOf(attribute: FormAttribute): Xrm.OptionSetValue[] {
    const selected: readonly unknown[] = Array.isArray(attribute.value) ? attribute.value : [];
    return optionsOf(attribute).filter(({ value }) => selected.includes(value));
}

/** Scripts may change what they are given; the form's own value stays as it is. */
function copyOf(value: FormValue): FormValue {
    if (value instanceof Date) {
        return new Date(value.getTime());
    }
    if (Array.isArray(value)) {
        return (value as readonly unknown[]).map((item) =>
            typeof item === 'object' ? { ...item } : item,
        ) as unknown as FormValue;
    }
    return value;
}

function formatOf(attribute: FormAttribute): string | null {
    const format = attribute.column.format ?? '';
    switch (attribute.type) {
        case 'datetime':
            return format === 'DateOnly' ? 'date' : 'datetime';
        case 'integer':
            return format === 'Duration' ? 'duration' : 'none';
        case 'memo':
            return 'textarea';
        case 'string':
            return format === '' ? 'text' : format.toLowerCase();
        default:
            return null;
    }
}

function notifyWithControls(attribute: FormAttribute): void {
    attribute.notify();
    for (const control of attribute.controls) {
        control.notify();
    }
}
