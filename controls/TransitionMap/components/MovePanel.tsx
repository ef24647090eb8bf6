import * as React from 'react';
import { Dropdown, ResponsiveMode, TextField, Toggle, type IDropdownOption } from '@fluentui/react';
import { Icon } from '../../appearance/icons';
import { labelOf } from '../../../lifecycle/configuration/status-reason';
import type { Changeable } from '../../../lifecycle/transitions/changes';
import { LONGEST, type StoredTransition } from '../../../lifecycle/transitions/stored-transition';
import { moveText, type Words } from '../describe';
import type { LeadColumnInfo } from '../environment/maker-environment';
import { Button } from './Button';
import { ColumnPicker } from './ColumnPicker';

export interface MovePanelProps {
    readonly move: StoredTransition;
    /** Others that lead the same way, for other roles. */
    readonly siblings: readonly StoredTransition[];
    readonly problems: readonly string[];
    readonly columns: readonly LeadColumnInfo[] | null;
    readonly roles: readonly string[] | null;
    /** Who changed the row last; empty for nobody. */
    readonly changedBy: string;
    readonly mayEdit: boolean;
    readonly words: Words;
    readonly onChange: (change: Partial<Pick<StoredTransition, Changeable>>) => void;
    readonly onRemove: () => void;
    /** Adds one like it for a role of its own. */
    readonly onAddForRole: (() => void) | null;
    readonly onSelect: (id: string) => void;
    readonly onSelectStatus: (status: number) => void;
}

/** Key of the option that stands for nobody in particular; no role is called so. */
const ANYONE = '';

/** One move: what it demands and what is said when it is refused. */
export function MovePanel(props: MovePanelProps): JSX.Element {
    const { move, siblings, problems, columns, roles, changedBy, mayEdit, words, onChange } = props;
    const { text, statusReasons } = words;
    const status = (value: number): JSX.Element => (
        <button type="button" className="llc-tm-link" onClick={() => props.onSelectStatus(value)}>
            {labelOf(value, statusReasons)}
        </button>
    );
    return (
        <section aria-label={text('move.title', moveText(move, words))} className="llc-tm-move">
            <h2 className="llc-tm-panel-title">
                {status(move.from)} <Icon name="arrowRight" size={14} /> {status(move.to)}
            </h2>
            {problems.map((problem) => (
                <p key={problem} className="llc-tm-problem" role="alert">
                    <Icon name="warning" size={14} />
                    <span>{problem}</span>
                </p>
            ))}
            <Toggle
                label={text('move.active')}
                onText={text('move.active.on')}
                offText={text('move.active.off')}
                checked={move.isActive}
                disabled={!mayEdit}
                onChange={(_event, isActive) => onChange({ isActive: isActive === true })}
            />
            <ColumnPicker
                key={move.id}
                label={text('move.columns')}
                chosen={move.requiredColumns}
                columns={columns}
                disabled={!mayEdit}
                text={text}
                onChange={(requiredColumns) => onChange({ requiredColumns })}
            />
            <Toggle
                label={text('move.note')}
                onText={text('answer.yes')}
                offText={text('answer.no')}
                checked={move.noteRequired}
                disabled={!mayEdit}
                onChange={(_event, noteRequired) => onChange({ noteRequired: noteRequired === true })}
            />
            <Dropdown
                label={text('move.role')}
                options={roleOptions(roles, move.requiredRole, words)}
                selectedKey={move.requiredRole}
                disabled={!mayEdit}
                // On small screens Fluent would open a panel, whose close button is a letter of its icon font.
                responsiveMode={ResponsiveMode.large}
                onRenderCaretDown={() => <Icon name="chevronDown" size={12} />}
                onChange={(_event, option) => onChange({ requiredRole: String(option?.key ?? ANYONE) })}
            />
            <MessageField
                key={`${move.id} ${move.message}`}
                message={move.message}
                disabled={!mayEdit}
                words={words}
                onChange={(message) => onChange({ message })}
            />
            {siblings.length > 0 && (
                <div className="llc-tm-siblings">
                    <h3 className="llc-tm-heading">{text('move.siblings')}</h3>
                    <ul>
                        {siblings.map((sibling) => (
                            <li key={sibling.id}>
                                <button
                                    type="button"
                                    className="llc-tm-link"
                                    onClick={() => props.onSelect(sibling.id)}
                                >
                                    {sibling.requiredRole || text('move.role.anyone')}
                                </button>
                            </li>
                        ))}
                    </ul>
                </div>
            )}
            {mayEdit && (
                <div className="llc-tm-buttons">
                    <Button label={text('move.remove')} icon="trash" onClick={props.onRemove} />
                    {props.onAddForRole && (
                        <Button label={text('move.addForRole')} icon="plus" onClick={props.onAddForRole} />
                    )}
                </div>
            )}
            {changedBy !== '' && <p className="llc-tm-quiet">{text('move.changedBy', changedBy)}</p>}
        </section>
    );
}

/** A role that the environment no longer has stays to be seen, so that the rest can be edited without losing it. */
function roleOptions(roles: readonly string[] | null, chosen: string, { text }: Words): IDropdownOption[] {
    const known = roles ?? [];
    const isMissing = chosen !== '' && !known.includes(chosen);
    return [
        { key: ANYONE, text: text('move.role.anyone') },
        ...(isMissing ? [{ key: chosen, text: roles === null ? chosen : text('move.role.missing', chosen) }] : []),
        ...known.map((role) => ({ key: role, text: role })),
    ];
}

/** A text that is taken over when it is left, so that every letter is not an edit of its own to undo. */
function MessageField(props: {
    readonly message: string;
    readonly disabled: boolean;
    readonly words: Words;
    readonly onChange: (message: string) => void;
}): JSX.Element {
    const { message, disabled, words, onChange } = props;
    const [typed, setTyped] = React.useState(message);
    return (
        <TextField
            label={words.text('move.message')}
            description={words.text('move.message.hint')}
            multiline
            autoAdjustHeight
            resizable={false}
            maxLength={LONGEST.message}
            disabled={disabled}
            value={typed}
            onChange={(_event, value) => setTyped(value ?? '')}
            onBlur={() => {
                if (typed.trim() !== message) onChange(typed.trim());
            }}
        />
    );
}
