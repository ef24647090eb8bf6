import React from 'react';
import { Icon } from '@fluentui/react/lib/Icon';
import { ActionButton } from '@fluentui/react/lib/Button';
import { getId, mergeStyleSets, css } from '@fluentui/react';
import { usePlatform } from '../../platform/platform-context';
import { color } from '../../platform/theme';
import { useSubscription } from '../../platform/use-subscription';
import { useForm } from '../form-scope';
import type { FormAttribute } from '../model/attribute';
import type { ControlNotification, FormControl } from '../model/control';
import { CodeComponentCell, componentOf } from './CodeComponentCell';
import { FieldInput } from './FieldInput';

export interface FieldCellProps {
    readonly control: FormControl;
    readonly attribute: FormAttribute;
    /** The label always stands above the input: header flyout, process bar, quick create. */
    readonly stacked?: boolean;
}

/** One field: label with its marks, input, messages. */
export function FieldCell(props: FieldCellProps): JSX.Element {
    const { control, attribute, stacked = false } = props;
    const { form } = useForm();
    const { texts } = usePlatform();
    useSubscription(control.subscribe);
    useSubscription(attribute.subscribe);
    const [inputId] = React.useState(() => getId('field'));
    const readOnly = !form.mayEdit(control);
    const messagesId = `${inputId}-messages`;
    const component = componentOf(control);
    const field = {
        control,
        attribute,
        inputId,
        ...(control.notifications.length > 0 ? { describedBy: messagesId } : {}),
    };
    return (
        <div
            className={css(styles.cell, stacked && styles.stacked)}
            data-control-name={control.name}
            data-id={control.name}
        >
            {control.showLabel && (
                <label
                    htmlFor={inputId}
                    id={`${inputId}-label`}
                    className={css(styles.label, stacked && styles.stackedLabel)}
                >
                    {readOnly && <Icon iconName="Lock" className={styles.lock} title={texts('form.field.locked')} />}
                    {control.label}
                    <RequiredMark level={attribute.requiredLevel} />
                </label>
            )}
            <div className={stacked ? styles.stackedValue : styles.value}>
                {component === null ? (
                    <FieldInput {...field} />
                ) : (
                    <CodeComponentCell {...field} component={component} />
                )}
                {control.notifications.length > 0 && (
                    <div id={messagesId} className={styles.messages} role="alert">
                        {control.notifications.map((notification) => (
                            <FieldMessage key={notification.id} notification={notification} control={control} />
                        ))}
                    </div>
                )}
            </div>
        </div>
    );
}

function RequiredMark(props: { readonly level: FormAttribute['requiredLevel'] }): JSX.Element | null {
    const { texts } = usePlatform();
    switch (props.level) {
        case 'required':
            return (
                <span className={styles.required} title={texts('form.field.required')} aria-hidden="true">
                    *
                </span>
            );
        case 'recommended':
            return (
                <span className={styles.recommended} title={texts('form.field.recommended')} aria-hidden="true">
                    +
                </span>
            );
        case 'none':
            return null;
    }
}

function FieldMessage(props: {
    readonly notification: ControlNotification;
    readonly control: FormControl;
}): JSX.Element {
    const { notification, control } = props;
    const { texts } = usePlatform();
    const isError = notification.level === 'ERROR';
    return (
        <div className={isError ? styles.error : styles.recommendation}>
            <Icon iconName={isError ? 'ErrorBadge' : 'Info'} className={styles.messageIcon} />
            <div>
                {notification.messages.map((message) => (
                    <div key={message}>{message}</div>
                ))}
                {notification.actions.map((action, index) => (
                    <ActionButton
                        key={index}
                        className={styles.action}
                        text={action.message || texts('form.field.apply')}
                        onClick={() => {
                            action.run();
                            control.clearNotification(notification.id);
                        }}
                    />
                ))}
            </div>
        </div>
    );
}

const styles = mergeStyleSets({
    cell: { display: 'flex', flexWrap: 'wrap', columnGap: 12, alignItems: 'flex-start', minWidth: 0, padding: '3px 0' },
    stacked: { flexDirection: 'column', flexWrap: 'nowrap', alignItems: 'stretch' },
    label: {
        flex: '1 1 116px',
        minWidth: 0,
        minHeight: 26,
        padding: '6px 0 0',
        boxSizing: 'border-box',
        fontWeight: 600,
        color: color.textSecondary,
        overflowWrap: 'anywhere',
    },
    stackedLabel: { flex: 'none' },
    lock: { fontSize: 12, color: color.textTertiary, marginRight: 5 },
    required: { color: color.danger, marginLeft: 4 },
    recommended: { color: color.brandText, marginLeft: 4 },
    value: { flex: '2 1 188px', minWidth: 0 },
    stackedValue: { minWidth: 0 },
    messages: { paddingTop: 3 },
    error: { display: 'flex', gap: 5, color: color.danger, fontSize: 12, lineHeight: '16px' },
    recommendation: { display: 'flex', gap: 5, color: color.brandText, fontSize: 12, lineHeight: '16px' },
    messageIcon: { fontSize: 12, paddingTop: 1 },
    action: { height: 24, padding: 0 },
});
