import React, { useEffect, useMemo, useState } from 'react';
import { ContextualMenu } from '@fluentui/react/lib/ContextualMenu';
import { Icon } from '@fluentui/react/lib/Icon';
import { Spinner } from '@fluentui/react/lib/Spinner';
import { mergeStyleSets } from '@fluentui/react';
import { createGridControl, createGridModel, GridPager, RecordGrid, type GridModel } from '../../list';
import { bracedId } from '../../platform/guid';
import { usePlatform } from '../../platform/platform-context';
import { color } from '../../platform/theme';
import type { CommandTarget, Platform } from '../../platform/types';
import { useSubscription } from '../../platform/use-subscription';
import { CommandBar } from '../../ribbon/CommandBar';
import { useForm } from '../form-scope';
import { FormType } from '../model/form-type';
import type { FormControl } from '../model/control';
import type { FormModel } from '../model/form-model';
import { subgridCommands } from './subgrid-commands';
import { relationshipOf, subgridDefinition, subgridSource, type SubgridDefinition } from './subgrid-source';

/** Rows on a page unless the form says otherwise. */
const DEFAULT_ROWS = 4;

/** Rows that belong to the form's row, with commands of their own. */
export function Subgrid(props: { readonly control: FormControl; readonly rowSpan: number }): JSX.Element {
    const { control } = props;
    const platform = usePlatform();
    const { form } = useForm();
    useSubscription(control.subscribe);
    const [grid, setGrid] = useState<Grid | null>(null);
    const [error, setError] = useState<string | null>(null);
    const [viewId, setViewId] = useState<string | undefined>(undefined);
    const rowId = form.id;

    useEffect(() => {
        let current = true;
        setError(null);
        if (rowId === null) {
            setGrid(null);
            return undefined;
        }
        subgridDefinition(platform, form, control, viewId).then(
            (definition) => current && setGrid(openGrid(platform, form, control, definition, setViewId)),
            (reason: unknown) => current && setError(reason instanceof Error ? reason.message : String(reason)),
        );
        return () => {
            current = false;
            control.grid = null;
        };
    }, [platform, form, control, rowId, viewId]);

    if (rowId === null) {
        return (
            <SubgridFrame label={control.label}>
                <div className={styles.hint}>{platform.texts('form.subgrid.saveFirst')}</div>
            </SubgridFrame>
        );
    }
    if (error !== null) {
        return (
            <SubgridFrame label={control.label}>
                <div className={styles.hint} role="alert">
                    {error}
                </div>
            </SubgridFrame>
        );
    }
    if (grid === null) {
        return (
            <SubgridFrame label={control.label}>
                <Spinner />
            </SubgridFrame>
        );
    }
    return <OpenSubgrid control={control} grid={grid} onView={setViewId} />;
}

interface Grid {
    readonly definition: SubgridDefinition;
    readonly model: GridModel;
    readonly gridControl: Xrm.Controls.GridControl;
}

function openGrid(
    platform: Platform,
    form: FormModel,
    control: FormControl,
    definition: SubgridDefinition,
    setView: (viewId: string) => void,
): Grid {
    const pageSize = Number.parseInt(control.definition.parameters.RecordsPerPage ?? '', 10) || DEFAULT_ROWS;
    const model = createGridModel(platform, subgridSource(form, definition), { pageSize });
    const relationship = relationshipOf(definition);
    const gridControl = createGridControl(model, {
        gridType: 2,
        name: control.name,
        setView,
        ...(relationship === null ? {} : { relationship }),
    });
    control.grid = {
        table: definition.table.logicalName,
        get rows() {
            return model.state.rows;
        },
        get selectedIds() {
            return model.state.selectedIds;
        },
        get totalCount() {
            return model.state.totalCount;
        },
        get fetchXml() {
            return model.fetchXml();
        },
        view: { id: bracedId(definition.view.id), name: definition.view.name, entityType: 'savedquery' },
        relationship,
        setView,
        refresh: () => void model.refresh(),
    };
    model.addOnLoad(() => {
        control.gridLoadHandlers.fire(control);
    });
    return { definition, model, gridControl };
}

function OpenSubgrid(props: {
    readonly control: FormControl;
    readonly grid: Grid;
    readonly onView: (viewId: string) => void;
}): JSX.Element {
    const { control, grid, onView } = props;
    const { definition, model, gridControl } = grid;
    const platform = usePlatform();
    const { texts } = platform;
    const { form, api } = useForm();
    useSubscription(model.subscribe);
    const target = useMemo(
        (): CommandTarget => ({
            location: 'SubGrid',
            table: definition.table,
            primaryControl: api.formContext,
            selectedControl: gridControl,
            get selectedIds() {
                return model.state.selectedIds;
            },
            get allIds() {
                return model.state.rows.map(({ id }) => id);
            },
            get recordId() {
                return form.id ?? '';
            },
            get formType() {
                return form.formType === FormType.QuickCreate ? FormType.Create : form.formType;
            },
            valueOf: (column) => {
                const [id] = model.state.selectedIds;
                const row = model.state.rows.find((one) => one.id === id);
                return row?.values[column] ?? row?.values[`_${column}_value`];
            },
            platformCommands: subgridCommands(platform, form, definition, model),
            subscribe: model.subscribe,
        }),
        [definition, api, gridControl, model, form, platform],
    );
    const { page, moreRecords, totalCount, pageSize } = model.state;
    const label = control.label || definition.table.displayCollectionName;
    return (
        <SubgridFrame
            label={label}
            isTitled={control.showLabel && control.section?.label !== label}
            view={
                control.definition.parameters.EnableViewPicker === 'true' && definition.views.length > 1 ? (
                    <ViewPicker definition={definition} onView={onView} />
                ) : undefined
            }
            commands={<CommandBar target={target} plain label={texts('form.subgrid.commands', label)} />}
        >
            <RecordGrid
                model={model}
                label={label}
                emptyText={texts('form.subgrid.empty')}
                onOpen={(row) =>
                    void platform.navigation.go({ page: 'form', app: platform.app.id, table: row.table, id: row.id })
                }
            />
            {(page > 1 || moreRecords || totalCount > pageSize) && <GridPager model={model} />}
        </SubgridFrame>
    );
}

function SubgridFrame(props: {
    readonly label: string;
    /** False where the section's title says the same. */
    readonly isTitled?: boolean;
    readonly view?: JSX.Element;
    readonly commands?: JSX.Element;
    readonly children: React.ReactNode;
}): JSX.Element {
    return (
        <div className={styles.frame} role="group" {...(props.label === '' ? {} : { 'aria-label': props.label })}>
            <div className={styles.head}>
                {props.isTitled === true && props.label !== '' && <h3 className={styles.title}>{props.label}</h3>}
                {props.view}
                <div className={styles.commands}>{props.commands}</div>
            </div>
            {props.children}
        </div>
    );
}

function ViewPicker(props: {
    readonly definition: SubgridDefinition;
    readonly onView: (viewId: string) => void;
}): JSX.Element {
    const { definition, onView } = props;
    const [isOpen, setOpen] = useState(false);
    const button = React.useRef<HTMLButtonElement>(null);
    return (
        <>
            <button
                ref={button}
                type="button"
                className={styles.picker}
                aria-haspopup="menu"
                aria-expanded={isOpen}
                onClick={() => setOpen(!isOpen)}
            >
                {definition.view.name} <Icon iconName="ChevronDown" className={styles.chevron} />
            </button>
            {isOpen && (
                <ContextualMenu
                    target={button}
                    onDismiss={() => setOpen(false)}
                    items={definition.views.map((view) => ({
                        key: view.id,
                        text: view.name,
                        canCheck: true,
                        checked: view.id === definition.view.id,
                        onClick: () => onView(view.id),
                    }))}
                />
            )}
        </>
    );
}

const styles = mergeStyleSets({
    frame: { minWidth: 0, margin: '0 -8px' },
    head: { display: 'flex', alignItems: 'center', gap: 8, minHeight: 40, padding: '0 8px' },
    title: { margin: 0, fontSize: 14, fontWeight: 600, flex: 'none', maxWidth: '50%' },
    commands: { flex: 1, minWidth: 0, display: 'flex', justifyContent: 'flex-end' },
    hint: { padding: '8px 8px 12px', color: color.textTertiary },
    picker: {
        border: 0,
        borderRadius: 4,
        padding: '4px 6px',
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
});
