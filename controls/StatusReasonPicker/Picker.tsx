import * as React from 'react';
import {
    Dropdown,
    DropdownMenuItemType,
    ResponsiveMode,
    ThemeProvider,
    type IDropdownOption,
    type ITheme,
} from '@fluentui/react';
import { format } from '../../lifecycle/messages';
import { Icon } from '../appearance/icons';
import { groupByState } from './status-options';
import type { StatusMetadata } from '../status-reasons/status-metadata';

/** Key of the empty option; no status reason has a text as its value. */
const NONE = 'none';

export interface PickerProps {
    readonly value: number | null;
    /** Null while it is being read. */
    readonly metadata: StatusMetadata | null;
    /** Why the metadata could not be read; empty when it could. */
    readonly failure: string;
    readonly label: string;
    readonly disabled: boolean;
    readonly required: boolean;
    /** The user may not read the column. */
    readonly masked: boolean;
    /** What the form has against the value; empty for nothing. */
    readonly error: string;
    readonly theme: ITheme;
    readonly text: (key: string) => string;
    readonly onChange: (value: number | null) => void;
}

/** A drop-down of lead's status reasons, grouped by the state that they belong to. */
export function Picker(props: PickerProps): JSX.Element {
    const { value, metadata, failure, label, disabled, required, masked, error, theme, text, onChange } = props;
    if (masked) {
        return (
            <ThemeProvider theme={theme} className="llc-srp">
                <span className="llc-srp-text" aria-label={label}>
                    {text('picker.masked')}
                </span>
            </ThemeProvider>
        );
    }
    const message = failure !== '' ? format(text('picker.failed'), [failure]) : error;
    return (
        <ThemeProvider theme={theme} className="llc-srp">
            <Dropdown
                ariaLabel={label}
                options={metadata ? optionsOf(metadata, value, required, text) : []}
                selectedKey={value ?? (required ? null : NONE)}
                placeholder={metadata && value === null ? text('picker.placeholder') : text('picker.none')}
                disabled={disabled || metadata === null}
                // The form's label carries the asterisk; Fluent would draw a second one.
                aria-required={required}
                {...(message !== '' && { errorMessage: message })}
                // On small screens Fluent would open a panel, whose close button is a letter of its icon font.
                responsiveMode={ResponsiveMode.large}
                onRenderCaretDown={() => <Icon name="chevronDown" size={12} />}
                onChange={(_event, option) => {
                    if (option) onChange(option.key === NONE ? null : Number(option.key));
                }}
                styles={{
                    root: { width: '100%' },
                    // Filled and without a line, as fields of the Unified Interface are.
                    title: { background: theme.palette.neutralLighterAlt, borderColor: 'transparent' },
                    dropdownItemHeader: { color: theme.semanticColors.bodySubtext },
                }}
            />
        </ThemeProvider>
    );
}

/** A value that the environment no longer has stays to be seen, so that saving the form does not silently change it. */
function optionsOf(
    metadata: StatusMetadata,
    value: number | null,
    required: boolean,
    text: (key: string) => string,
): IDropdownOption[] {
    const unknown = value !== null && !metadata.reasons.some((reason) => reason.value === value);
    return [
        ...(required ? [] : [{ key: NONE, text: text('picker.none') }]),
        ...(unknown ? [{ key: value, text: format(text('picker.unknown'), [value]) }] : []),
        ...groupByState(metadata.reasons, metadata.stateLabels).flatMap((group) => [
            { key: `state:${group.state}`, text: group.label, itemType: DropdownMenuItemType.Header },
            ...group.reasons.map((reason) => ({ key: reason.value, text: reason.label })),
        ]),
    ];
}
