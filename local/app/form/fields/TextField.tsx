import React, { useEffect, useState } from 'react';
import { Icon } from '@fluentui/react/lib/Icon';
import { css } from '@fluentui/react/lib/Utilities';
import { usePlatform } from '../../platform/platform-context';
import { fieldStyles } from './field-styles';
import { type FieldProps, useField, useFocusRequests } from './use-field';

/** Text, memo, e-mail, phone and address columns. A script hears of a change when the field is left. */
export function TextField(props: FieldProps): JSX.Element {
    const { attribute, control, inputId, describedBy } = props;
    const { value, readOnly, required, invalid, change } = useField(props);
    const stored = typeof value === 'string' ? value : '';
    const [draft, setDraft] = useState(stored);
    useEffect(() => setDraft(stored), [stored]);
    const input = useFocusRequests<HTMLInputElement & HTMLTextAreaElement>(control);
    const { column } = attribute;
    const isMemo = attribute.type === 'memo' || column.format === 'TextArea';
    const commit = (): void => {
        if (draft !== stored) {
            change(draft === '' ? null : draft);
        }
    };
    const shared = {
        id: inputId,
        ref: input,
        value: draft,
        readOnly,
        placeholder: '---',
        maxLength: column.maxLength,
        'aria-required': required,
        'aria-invalid': invalid,
        'aria-describedby': describedBy,
        onBlur: commit,
    };
    if (isMemo) {
        return (
            <textarea
                {...shared}
                rows={readOnly ? Math.min(linesIn(draft), MOST_LINES) : 3}
                className={css(
                    fieldStyles.input,
                    fieldStyles.memo,
                    readOnly && fieldStyles.readOnly,
                    readOnly && fieldStyles.readOnlyMemo,
                    invalid && fieldStyles.invalid,
                )}
                onChange={(event) => setDraft(event.currentTarget.value)}
            />
        );
    }
    const action = stored === '' ? null : actionOf(column.format ?? '', stored);
    return (
        <div className={fieldStyles.group}>
            <input
                {...shared}
                type="text"
                inputMode={inputModeOf(column.format ?? '')}
                autoComplete="off"
                className={css(
                    fieldStyles.input,
                    action !== null && fieldStyles.withAction,
                    readOnly && fieldStyles.readOnly,
                    invalid && fieldStyles.invalid,
                )}
                onChange={(event) => setDraft(event.currentTarget.value)}
                onKeyDown={(event) => {
                    if (event.key === 'Enter') {
                        commit();
                    }
                }}
            />
            {action !== null && <TextAction {...action} name={stored} />}
        </div>
    );
}

/** Characters that a column of a form shows side by side, roughly; a text too long for its height can be scrolled. */
const LINE_LENGTH = 30;
const MOST_LINES = 8;

function linesIn(text: string): number {
    return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / LINE_LENGTH)), 0);
}

interface Action {
    readonly icon: string;
    readonly href: string;
    readonly textKey: string;
}

function TextAction(props: Action & { readonly name: string }): JSX.Element {
    const { texts } = usePlatform();
    const label = texts(props.textKey, props.name);
    return (
        <a
            className={fieldStyles.action}
            href={props.href}
            title={label}
            aria-label={label}
            {...(props.href.startsWith('http') ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
        >
            <Icon iconName={props.icon} />
        </a>
    );
}

function actionOf(format: string, value: string): Action | null {
    switch (format.toLowerCase()) {
        case 'email':
            return { icon: 'Mail', href: `mailto:${encodeURIComponent(value)}`, textKey: 'form.field.email' };
        case 'phone':
            return { icon: 'Phone', href: `tel:${value.replace(/[^\d+]/g, '')}`, textKey: 'form.field.phone' };
        case 'url': {
            const address = /^[a-z]+:/i.test(value) ? value : `https://${value}`;
            // Only web addresses: a stored `javascript:` must not become a link.
            return /^https?:\/\//i.test(address)
                ? { icon: 'NavigateExternalInline', href: address, textKey: 'form.field.url' }
                : null;
        }
        default:
            return null;
    }
}

function inputModeOf(format: string): 'email' | 'tel' | 'url' | 'text' {
    switch (format.toLowerCase()) {
        case 'email':
            return 'email';
        case 'phone':
            return 'tel';
        case 'url':
            return 'url';
        default:
            return 'text';
    }
}
