import * as React from 'react';
import { Link } from '@fluentui/react';
import { asNumber, textOf } from '../../../lifecycle/row';
import type { TransitionRules } from '../../../lifecycle/transitions/decide';
import { Icon } from '../../appearance/icons';
import type { ChoiceOptions } from '../choice-metadata';
import type { GridColumn } from '../columns';
import type { LeadRow } from '../rows';
import { statusChoices } from '../status-choices';
import type { OwnText } from '../texts';
import { ChoiceCell } from './ChoiceCell';
import { StatusCell } from './StatusCell';
import { TextCell } from './TextCell';

export interface GridRowProps {
    readonly row: LeadRow;
    readonly columns: readonly GridColumn[];
    readonly rules: TransitionRules | null;
    readonly roles: readonly string[];
    readonly options: ChoiceOptions;
    readonly selected: boolean;
    readonly saving: boolean;
    /** What was refused, in words; empty for nothing. */
    readonly failure: string;
    readonly text: OwnText;
    readonly onSelect: (selected: boolean) => void;
    readonly onOpen: () => void;
    /** Answers whether the value was written. */
    readonly onWrite: (column: string, value: unknown) => Promise<boolean>;
    /** Null for "let me see why". */
    readonly onStatus: (status: number | null) => Promise<boolean>;
}

/** One lead, and below it what Dataverse or the rules refused. */
export function GridRow(props: GridRowProps): JSX.Element {
    const { row, columns, selected, saving, failure, text, onSelect } = props;
    const failureId = `llc-eg-failure-${row.id}`;
    return (
        <>
            <tr
                role="row"
                className={selected ? 'llc-eg-selected' : undefined}
                aria-busy={saving}
                aria-describedby={failure === '' ? undefined : failureId}
            >
                <td role="cell" className="llc-eg-check">
                    <input
                        type="checkbox"
                        aria-label={text('grid.select', row.name)}
                        checked={selected}
                        onChange={(event) => onSelect(event.target.checked)}
                    />
                </td>
                {columns.map((column) => (
                    <td
                        key={column.name}
                        role="cell"
                        data-label={column.label}
                        className={column.kind === 'name' ? 'llc-eg-name' : undefined}
                    >
                        <Cell {...props} column={column} label={text('cell.of', column.label, row.name)} />
                    </td>
                ))}
            </tr>
            {failure !== '' && (
                <tr role="row" className="llc-eg-failure-row">
                    <td role="cell" colSpan={columns.length + 1}>
                        <span className="llc-eg-failure" role="alert" id={failureId}>
                            <Icon name="warning" size={14} />
                            <span>{text('row.refused', failure)}</span>
                        </span>
                    </td>
                </tr>
            )}
        </>
    );
}

interface CellProps extends GridRowProps {
    readonly column: GridColumn;
    /** What a screen reader calls the cell. */
    readonly label: string;
}

function Cell(props: CellProps): JSX.Element {
    const { row, column, label, rules, roles, options, text, onOpen, onWrite, onStatus } = props;
    const shown = row.texts[column.name] ?? '';
    switch (column.kind) {
        case 'name':
            return <Link onClick={onOpen}>{shown || row.name}</Link>;
        case 'status':
            return (
                <StatusCell label={label} choices={statusChoices(row, rules, roles)} text={text} onChange={onStatus} />
            );
        case 'text':
            if (!row.isOpen) return <span title={shown}>{shown}</span>;
            return (
                <TextCell
                    key={shown}
                    label={label}
                    value={textOf(row.values, column.name)}
                    text={text}
                    onChange={(value) => onWrite(column.name, value === '' ? null : value)}
                />
            );
        case 'choice': {
            const choices = options[column.name] ?? [];
            if (!row.isOpen || choices.length === 0) return <span title={shown}>{shown}</span>;
            return (
                <ChoiceCell
                    label={label}
                    value={asNumber(row.values[column.name])}
                    options={choices}
                    text={text}
                    onChange={(value) => onWrite(column.name, value)}
                />
            );
        }
        case 'fixed':
            return <span title={shown}>{shown}</span>;
    }
}
