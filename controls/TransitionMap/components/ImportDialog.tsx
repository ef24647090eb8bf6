import * as React from 'react';
import { DefaultButton, Dialog, DialogFooter, DialogType, PrimaryButton } from '@fluentui/react';
import { changesBetween } from '../../../lifecycle/transitions/changes';
import type { FileReading } from '../../../lifecycle/transitions/read-exchange-file';
import type { StoredTransition } from '../../../lifecycle/transitions/stored-transition';
import { problemText, type Words } from '../describe';
import { ChangeList } from './OverviewPanel';

export interface ImportDialogProps {
    readonly fileName: string;
    readonly reading: FileReading;
    /** The transitions as they are drawn; the file is compared with them. */
    readonly present: readonly StoredTransition[];
    readonly cssVariables: Readonly<Record<string, string>>;
    readonly words: Words;
    readonly onApply: (transitions: readonly StoredTransition[]) => void;
    readonly onClose: () => void;
}

/** What a file would change, or what is wrong with it; nothing is taken over before the maker says so. */
export function ImportDialog(props: ImportDialogProps): JSX.Element {
    const { fileName, reading, present, cssVariables, words, onApply, onClose } = props;
    const { text } = words;
    const changes = reading.ok ? changesBetween(present, reading.transitions) : [];
    const intro = ((): string => {
        if (!reading.ok) return text('import.bad');
        if (changes.length === 0) return text('import.same');
        const count = (kind: string): number => changes.filter((change) => change.kind === kind).length;
        return text('import.summary', count('added'), count('changed'), count('removed'));
    })();
    return (
        <Dialog
            hidden={false}
            onDismiss={onClose}
            dialogContentProps={{ type: DialogType.normal, title: text('import.title', fileName), subText: intro }}
            minWidth="min(560px, 92vw)"
        >
            <div className="llc-tm-dialog" style={cssVariables}>
                {reading.ok ? (
                    <ChangeList changes={changes} words={words} />
                ) : (
                    <ul className="llc-tm-file-problems" role="alert">
                        {reading.problems.map((problem) => (
                            <li key={`${problem.path} ${problem.code} ${problem.place.line} ${problem.place.column}`}>
                                {problemText(problem, words)}
                            </li>
                        ))}
                    </ul>
                )}
            </div>
            <DialogFooter>
                {reading.ok && changes.length > 0 && (
                    <PrimaryButton text={text('import.apply')} onClick={() => onApply(reading.transitions)} />
                )}
                <DefaultButton text={text(changes.length > 0 ? 'button.cancel' : 'button.close')} onClick={onClose} />
            </DialogFooter>
        </Dialog>
    );
}
