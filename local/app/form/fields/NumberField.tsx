import React, { useEffect, useState } from 'react';
import { css } from '@fluentui/react/lib/Utilities';
import { formatMoney, formatNumber, parseNumber } from '../../platform/format/format-number';
import { usePlatform } from '../../platform/platform-context';
import { fieldStyles } from './field-styles';
import { useCurrencySymbol } from './use-currency';
import { type FieldProps, useField, useFocusRequests } from './use-field';

/** Id of the message about a text that is no number; it keeps the form from being saved. */
const NOT_A_NUMBER = 'form.number';

/** Whole numbers, decimals and money, written as the user's locale writes them. */
export function NumberField(props: FieldProps): JSX.Element {
    const { attribute, control, inputId, describedBy } = props;
    const { environment, texts } = usePlatform();
    const { user } = environment;
    const { value, readOnly, required, invalid, change } = useField(props);
    const symbol = useCurrencySymbol();
    const isMoney = attribute.type === 'money';
    const precision = attribute.type === 'integer' ? 0 : attribute.precision;
    const shown =
        typeof value !== 'number'
            ? ''
            : isMoney
              ? formatMoney(value, symbol, user, precision)
              : formatNumber(value, user, precision);
    const [draft, setDraft] = useState<string | null>(null);
    useEffect(() => setDraft(null), [shown]);
    const input = useFocusRequests<HTMLInputElement>(control);

    const commit = (): void => {
        if (draft === null || draft === shown) {
            return;
        }
        const number = draft.trim() === '' ? null : parseNumber(draft, user);
        if (number === undefined || (attribute.type === 'integer' && number !== null && !Number.isInteger(number))) {
            control.addNotification({
                id: NOT_A_NUMBER,
                level: 'ERROR',
                messages: [texts(attribute.type === 'integer' ? 'form.field.wholeNumber' : 'form.field.number')],
                actions: [],
            });
            return;
        }
        control.clearNotification(NOT_A_NUMBER);
        setDraft(null);
        change(number);
    };

    return (
        <input
            id={inputId}
            ref={input}
            type="text"
            inputMode={attribute.type === 'integer' ? 'numeric' : 'decimal'}
            autoComplete="off"
            value={draft ?? shown}
            readOnly={readOnly}
            placeholder="---"
            aria-required={required}
            aria-invalid={invalid}
            aria-describedby={describedBy}
            className={css(fieldStyles.input, readOnly && fieldStyles.readOnly, invalid && fieldStyles.invalid)}
            onChange={(event) => setDraft(event.currentTarget.value)}
            onBlur={commit}
            onKeyDown={(event) => {
                if (event.key === 'Enter') {
                    commit();
                }
            }}
        />
    );
}
