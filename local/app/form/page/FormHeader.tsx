import React, { useRef, useState } from 'react';
import { Callout, DirectionalHint } from '@fluentui/react/lib/Callout';
import { ContextualMenu } from '@fluentui/react/lib/ContextualMenu';
import { Icon } from '@fluentui/react/lib/Icon';
import { Persona, PersonaSize } from '@fluentui/react/lib/Persona';
import { mergeStyleSets } from '@fluentui/react';
import { usePlatform } from '../../platform/platform-context';
import { plainId } from '../../platform/guid';
import { addressOf } from '../../platform/route';
import { color } from '../../platform/theme';
import type { Route } from '../../platform/types';
import { useSubscription } from '../../platform/use-subscription';
import { FieldCell } from '../fields/FieldCell';
import { formatAttribute } from '../fields/format-value';
import { useCurrencySymbol } from '../fields/use-currency';
import { useForm } from '../form-scope';
import type { FormAttribute } from '../model/attribute';
import type { FormControl } from '../model/control';
import { firstLookup } from '../model/row-request';

/** Who or what the row is, its table and form, and the header's columns. */
export function FormHeader(): JSX.Element {
    const { form } = useForm();
    const { texts } = usePlatform();
    const name = form.primaryName;
    const title =
        name || (form.id === null ? texts('form.header.new', form.table.displayName) : texts('form.header.unnamed'));
    const state = form.id === null || form.isDirty ? texts('form.header.unsaved') : texts('form.header.saved');
    return (
        <div className={styles.header}>
            <div className={styles.record}>
                <Persona
                    hidePersonaDetails
                    size={PersonaSize.size48}
                    text={title}
                    {...(typeof form.row.entityimage_url === 'string' ? { imageUrl: form.row.entityimage_url } : {})}
                />
                <div className={styles.names}>
                    <h1 className={styles.title} title={title}>
                        <span data-testid="form-title">{title}</span>
                        <span className={styles.state} data-testid="form-state">
                            {' '}
                            – {form.isSaving ? texts('form.header.saving') : state}
                        </span>
                    </h1>
                    <div className={styles.subtitle}>
                        <span>{form.entityNameShown ?? form.table.displayName}</span>
                        {form.definition.id !== '' && <FormSelector />}
                    </div>
                </div>
            </div>
            {form.headerParts.body && <HeaderColumns />}
        </div>
    );
}

function FormSelector(): JSX.Element {
    const { form } = useForm();
    const { navigation, app, texts } = usePlatform();
    const [isOpen, setOpen] = useState(false);
    const button = useRef<HTMLButtonElement>(null);
    const { forms } = form;
    if (forms.length < 2) {
        return <span className={styles.formName}>· {form.definition.name}</span>;
    }
    return (
        <>
            <span aria-hidden="true">·</span>
            <button
                ref={button}
                type="button"
                className={styles.selector}
                aria-haspopup="menu"
                aria-expanded={isOpen}
                title={texts('form.header.switchForm')}
                onClick={() => setOpen(!isOpen)}
            >
                {form.definition.name} <Icon iconName="ChevronDown" className={styles.chevron} />
            </button>
            {isOpen && (
                <ContextualMenu
                    target={button}
                    onDismiss={() => setOpen(false)}
                    items={forms.map((item) => ({
                        key: item.id,
                        text: item.name,
                        canCheck: true,
                        checked: item.id === form.definition.id,
                        onClick: () => {
                            void navigation.go({
                                page: 'form',
                                app: app.id,
                                table: form.table.logicalName,
                                formId: item.id,
                                ...(form.id === null ? {} : { id: form.id }),
                            });
                        },
                    }))}
                />
            )}
        </>
    );
}

/** Columns shown beside each other before the rest hides in the flyout. */
const MOST_SHOWN = 4;

function HeaderColumns(): JSX.Element | null {
    const { form } = useForm();
    const { texts } = usePlatform();
    const isOpen = form.headerColumns !== 'closed';
    const button = useRef<HTMLButtonElement>(null);
    const fields = form.headerSection.controls.flatMap((control) =>
        control.attribute !== null && control.visible ? [{ control, attribute: control.attribute }] : [],
    );
    if (fields.length === 0) {
        return null;
    }
    return (
        <div className={styles.columns}>
            {fields.slice(0, MOST_SHOWN).map(({ control, attribute }) => (
                <HeaderColumn key={control.name} control={control} attribute={attribute} />
            ))}
            <button
                ref={button}
                type="button"
                className={styles.more}
                aria-label={texts('form.header.more')}
                title={texts('form.header.more')}
                aria-expanded={isOpen}
                onClick={() => form.showHeaderColumns(isOpen ? 'closed' : 'open')}
            >
                <Icon iconName={isOpen ? 'ChevronUp' : 'ChevronDown'} />
            </button>
            {isOpen && (
                <Callout
                    target={button}
                    directionalHint={DirectionalHint.bottomRightEdge}
                    isBeakVisible={false}
                    gapSpace={6}
                    setInitialFocus={form.headerColumns === 'open'}
                    role="dialog"
                    ariaLabel={texts('form.header.more')}
                    calloutWidth={340}
                    onDismiss={() => form.showHeaderColumns('closed')}
                    preventDismissOnEvent={isInsideLayer}
                >
                    <div className={styles.flyout}>
                        {fields.map(({ control, attribute }) => (
                            <FieldCell key={control.name} control={control} attribute={attribute} stacked />
                        ))}
                    </div>
                </Callout>
            )}
        </div>
    );
}

/** A dropdown or a search that a field in the flyout opens is a layer of its own; using it is not leaving the flyout. */
export function isInsideLayer(event: Event | React.FocusEvent | React.KeyboardEvent | React.MouseEvent): boolean {
    const target = event.target as Element | null;
    return (
        (event.type === 'focus' || event.type === 'click' || event.type === 'scroll') &&
        target instanceof Element &&
        target.closest('.ms-Layer') !== null
    );
}

function HeaderColumn(props: { readonly control: FormControl; readonly attribute: FormAttribute }): JSX.Element {
    const { control, attribute } = props;
    const { environment, app, navigation } = usePlatform();
    const symbol = useCurrencySymbol();
    useSubscription(attribute.subscribe);
    useSubscription(control.subscribe);
    const text = formatAttribute(attribute, environment.user, symbol);
    const lookup = firstLookup(attribute.value);
    const route: Route | null =
        lookup === undefined ? null : { page: 'form', app: app.id, table: lookup.entityType, id: plainId(lookup.id) };
    return (
        <div className={styles.column} data-control-name={control.name}>
            <div className={styles.columnValue} title={text}>
                {route === null ? (
                    text || '---'
                ) : (
                    <a
                        href={addressOf(route)}
                        className={styles.link}
                        onClick={(event) => {
                            if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
                                event.preventDefault();
                                void navigation.go(route);
                            }
                        }}
                    >
                        {text}
                    </a>
                )}
            </div>
            <div className={styles.columnLabel}>
                {control.label}
                {attribute.requiredLevel === 'required' && <span className={styles.required}> *</span>}
            </div>
        </div>
    );
}

const styles = mergeStyleSets({
    header: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        justifyContent: 'space-between',
        gap: '8px 24px',
        padding: '12px 0 6px',
    },
    record: { display: 'flex', alignItems: 'center', gap: 12, minWidth: 0, flex: '1 1 300px' },
    names: { minWidth: 0 },
    title: {
        margin: 0,
        fontSize: 20,
        lineHeight: '28px',
        fontWeight: 600,
        color: color.text,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        display: '-webkit-box',
        WebkitLineClamp: 2,
        WebkitBoxOrient: 'vertical',
    },
    state: { fontSize: 14, fontWeight: 400, color: color.textTertiary },
    subtitle: { display: 'flex', alignItems: 'center', gap: 4, color: color.textTertiary, minHeight: 22 },
    formName: { color: color.textTertiary },
    selector: {
        border: 0,
        borderRadius: 4,
        padding: '1px 4px',
        background: 'transparent',
        color: color.textSecondary,
        font: 'inherit',
        cursor: 'pointer',
        selectors: {
            '&:hover': { background: color.surfaceHover },
            '&:focus-visible': { outline: `2px solid ${color.brand}` },
        },
    },
    chevron: { fontSize: 10 },
    columns: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 0', minWidth: 0 },
    column: { padding: '0 14px', borderLeft: `1px solid ${color.line}`, maxWidth: 190, minWidth: 0 },
    columnValue: {
        color: color.text,
        lineHeight: '20px',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
    },
    columnLabel: { fontSize: 12, lineHeight: '16px', color: color.textTertiary },
    required: { color: color.danger },
    link: { color: color.brandText, textDecoration: 'none', selectors: { '&:hover': { textDecoration: 'underline' } } },
    more: {
        width: 32,
        height: 32,
        border: 0,
        borderRadius: 4,
        background: 'transparent',
        color: color.textTertiary,
        cursor: 'pointer',
        selectors: {
            '&:hover': { background: color.surfaceHover },
            '&:focus-visible': { outline: `2px solid ${color.brand}` },
        },
    },
    flyout: { padding: 16, display: 'flex', flexDirection: 'column', gap: 6 },
});
