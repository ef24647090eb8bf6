import React from 'react';
import { Dropdown, type IDropdown, type IDropdownOption } from '@fluentui/react/lib/Dropdown';
import { css } from '@fluentui/react/lib/Utilities';
import { usePlatform } from '../../platform/platform-context';
import { dropdownStyles, fieldStyles } from './field-styles';
import { formatAttribute } from './format-value';
import { type FieldProps, useField, useFocusRequest } from './use-field';

/** Key of the empty choice. */
const EMPTY = '';

/** Choices, status reasons, yes/no and choices of several. */
export function ChoiceField(props: FieldProps): JSX.Element {
    const { attribute, control, inputId, describedBy } = props;
    const { texts, environment } = usePlatform();
    const { value, readOnly, required, invalid, change } = useField(props);
    const input = React.useRef<HTMLInputElement>(null);
    const dropdown = React.useRef<IDropdown>(null);
    useFocusRequest(control, () => (dropdown.current ?? input.current)?.focus());

    const text = formatAttribute(attribute, environment.user, '');
    if (readOnly) {
        return (
            <input
                id={inputId}
                ref={input}
                readOnly
                value={text}
                placeholder="---"
                aria-describedby={describedBy}
                className={css(fieldStyles.input, fieldStyles.readOnly)}
            />
        );
    }
    const isMulti = attribute.type === 'multiselectoptionset';
    const isBoolean = attribute.type === 'boolean';
    const offered = control.options;
    // A value that is not offered any more stays visible until the user chooses another.
    const kept = attribute.options.filter(
        (option) => option.value === value && !offered.some((one) => one.value === option.value),
    );
    const options: IDropdownOption[] = [
        ...(isMulti || isBoolean || attribute.column.type === 'Status' ? [] : [{ key: EMPTY, text: '---' }]),
        ...[...kept, ...offered].map((option) => ({ key: option.value, text: option.label })),
    ];
    const selected: readonly unknown[] = Array.isArray(value) ? value : [];
    const shared = {
        id: inputId,
        componentRef: dropdown,
        ariaLabel: control.label,
        placeholder: '---',
        options,
        // The red star stands at the label already, so the dropdown gets no `required`, which would draw another.
        'aria-required': required,
        'aria-describedby': describedBy,
        styles: dropdownStyles,
        calloutProps: { calloutMaxHeight: 360 },
        className: css(invalid && fieldStyles.invalid),
    };
    if (isMulti) {
        return (
            <Dropdown
                {...shared}
                multiSelect
                selectedKeys={selected.map(Number)}
                multiSelectDelimiter="; "
                onChange={(_event, option) => {
                    if (option !== undefined) {
                        const key = Number(option.key);
                        const rest = selected.map(Number).filter((one) => one !== key);
                        change(option.selected === true ? [...rest, key] : rest);
                    }
                }}
            />
        );
    }
    return (
        <Dropdown
            {...shared}
            selectedKey={isBoolean ? (value === true ? 1 : 0) : typeof value === 'number' ? value : EMPTY}
            title={text || texts('form.field.empty')}
            onChange={(_event, option) => {
                if (option !== undefined) {
                    change(option.key === EMPTY ? null : isBoolean ? option.key === 1 : Number(option.key));
                }
            }}
        />
    );
}
