import React, { useEffect, useRef, useState } from 'react';
import { DefaultButton, PrimaryButton } from '@fluentui/react/lib/Button';
import { css, mergeStyleSets } from '@fluentui/react';
import { usePlatform } from '../../platform/platform-context';
import { color } from '../../platform/theme';
import { fieldStyles } from '../fields/field-styles';

/** Title and text of a note that is written or changed in the timeline. */
export function NoteEditor(props: {
    readonly subject: string;
    readonly text: string;
    readonly onSave: (subject: string, text: string) => Promise<void>;
    readonly onCancel: () => void;
}): JSX.Element {
    const { texts } = usePlatform();
    const [subject, setSubject] = useState(props.subject);
    const [text, setText] = useState(props.text);
    const [isSaving, setSaving] = useState(false);
    const title = useRef<HTMLInputElement>(null);
    useEffect(() => title.current?.focus(), []);
    const save = async (): Promise<void> => {
        setSaving(true);
        try {
            await props.onSave(subject.trim(), text.trim());
        } finally {
            setSaving(false);
        }
    };
    return (
        <div className={styles.editor} data-testid="note-editor">
            <input
                ref={title}
                className={fieldStyles.input}
                value={subject}
                maxLength={500}
                placeholder={texts('form.timeline.noteTitle')}
                aria-label={texts('form.timeline.noteTitle')}
                onChange={(event) => setSubject(event.currentTarget.value)}
            />
            <textarea
                className={css(fieldStyles.input, fieldStyles.memo)}
                value={text}
                rows={4}
                placeholder={texts('form.timeline.noteText')}
                aria-label={texts('form.timeline.noteText')}
                onChange={(event) => setText(event.currentTarget.value)}
            />
            <div className={styles.buttons}>
                <PrimaryButton
                    text={texts('form.timeline.saveNote')}
                    disabled={isSaving || (text.trim() === '' && subject.trim() === '')}
                    onClick={() => void save()}
                />
                <DefaultButton text={texts('form.timeline.cancel')} onClick={props.onCancel} />
            </div>
        </div>
    );
}

const styles = mergeStyleSets({
    editor: {
        display: 'flex',
        flexDirection: 'column',
        gap: 8,
        padding: 12,
        border: `1px solid ${color.line}`,
        borderRadius: 6,
        marginBottom: 10,
    },
    buttons: { display: 'flex', gap: 8, justifyContent: 'flex-end' },
});
