import * as React from 'react';
import { Icon, type IconName } from '../../appearance/icons';
import type { OwnText } from '../texts';
import { Button } from './Button';

export type MapOrMatrix = 'map' | 'matrix';

export interface CommandRowProps {
    readonly view: MapOrMatrix;
    /** There is no room for labels. */
    readonly narrow: boolean;
    /** There is no room for the labels of every button. */
    readonly tight: boolean;
    readonly mayEdit: boolean;
    readonly mayAddStatusReasons: boolean;
    readonly canUndo: boolean;
    readonly canRedo: boolean;
    /** Differences to what is saved. */
    readonly changes: number;
    /** Why it cannot be saved; empty when it can. */
    readonly obstacle: string;
    readonly saving: boolean;
    readonly text: OwnText;
    readonly onView: (view: MapOrMatrix) => void;
    readonly onUndo: () => void;
    readonly onRedo: () => void;
    readonly onAddReason: () => void;
    readonly onExport: () => void;
    readonly onImport: (file: File) => void;
    readonly onDiscard: () => void;
    readonly onSave: () => void;
}

const VIEWS: readonly { readonly view: MapOrMatrix; readonly icon: IconName }[] = [
    { view: 'map', icon: 'map' },
    { view: 'matrix', icon: 'matrix' },
];

/** Everything that can be done with the map as a whole. */
export function CommandRow(props: CommandRowProps): JSX.Element {
    const { view, narrow, tight, mayEdit, changes, obstacle, saving, text } = props;
    const file = React.useRef<HTMLInputElement>(null);
    return (
        <div className="llc-tm-commands" role="group" aria-label={text('commands.label')}>
            <div className="llc-tm-switch" role="group" aria-label={text('view.label')}>
                {VIEWS.map((one) => (
                    <button
                        key={one.view}
                        type="button"
                        aria-pressed={view === one.view}
                        onClick={() => props.onView(one.view)}
                    >
                        <Icon name={one.icon} size={14} />
                        {text(one.view === 'map' ? 'view.map' : 'view.matrix')}
                    </button>
                ))}
            </div>
            {mayEdit && (
                <>
                    <Button
                        compact
                        label={text('command.undo')}
                        icon="undo"
                        disabled={!props.canUndo}
                        onClick={props.onUndo}
                    />
                    <Button
                        compact
                        label={text('command.redo')}
                        icon="redo"
                        disabled={!props.canRedo}
                        onClick={props.onRedo}
                    />
                    {props.mayAddStatusReasons && (
                        <Button
                            compact={narrow}
                            label={text('command.addReason')}
                            icon="plus"
                            onClick={props.onAddReason}
                        />
                    )}
                </>
            )}
            <Button compact={tight} label={text('command.export')} icon="download" onClick={props.onExport} />
            {mayEdit && (
                <>
                    <Button
                        compact={tight}
                        label={text('command.import')}
                        icon="upload"
                        onClick={() => file.current?.click()}
                    />
                    <input
                        ref={file}
                        type="file"
                        accept=".json,application/json"
                        className="llc-tm-file"
                        aria-label={text('command.importFile')}
                        tabIndex={-1}
                        onChange={(event) => {
                            const [chosen] = event.target.files ?? [];
                            // The same file may be chosen again after it was corrected.
                            event.target.value = '';
                            if (chosen) props.onImport(chosen);
                        }}
                    />
                </>
            )}
            {mayEdit && (
                <div className="llc-tm-saving">
                    <span className="llc-tm-quiet" role="status">
                        {changes === 0
                            ? text('changes.none')
                            : changes === 1
                              ? text('changes.one')
                              : text('changes.many', changes)}
                    </span>
                    <Button
                        label={text('command.discard')}
                        disabled={changes === 0 || saving}
                        onClick={props.onDiscard}
                    />
                    <Button
                        primary
                        label={text(saving ? 'command.saving' : 'command.save')}
                        icon="save"
                        disabled={changes === 0 || saving || obstacle !== ''}
                        {...(obstacle !== '' && { tip: obstacle })}
                        onClick={props.onSave}
                    />
                </div>
            )}
        </div>
    );
}
