import * as React from 'react';
import { DefaultButton, PrimaryButton, TextField } from '@fluentui/react';
import { messageOf } from '../../../lifecycle/commands/outcome';
import { Icon } from '../../appearance/icons';
import type { OwnText } from '../texts';

/** Longest subject of a phone call (Microsoft Learn, "phonecall EntityType"). */
const SUBJECT_LENGTH = 200;

export interface QuickEntryProps {
    readonly leadName: string;
    readonly text: OwnText;
    /** Both reject with an error whose message may be shown. */
    readonly onCall: (subject: string, description: string) => Promise<void>;
    readonly onNote: (note: string) => Promise<void>;
}

type Kind = 'call' | 'note';

/** Logs a call or adds a note without leaving the list. */
export function QuickEntry(props: QuickEntryProps): JSX.Element {
    const { leadName, text, onCall, onNote } = props;
    const [kind, setKind] = React.useState<Kind | null>(null);
    if (kind === null) {
        return (
            <div className="llc-fv-buttons">
                <DefaultButton
                    text={text('quick.call')}
                    onRenderIcon={() => <Icon name="phone" size={14} />}
                    onClick={() => setKind('call')}
                />
                <DefaultButton
                    text={text('quick.note')}
                    onRenderIcon={() => <Icon name="note" size={14} />}
                    onClick={() => setKind('note')}
                />
            </div>
        );
    }
    return (
        <EntryForm
            key={kind}
            kind={kind}
            proposedSubject={text('quick.callSubjectDefault', leadName)}
            text={text}
            onSave={(subject, body) => (kind === 'call' ? onCall(subject, body) : onNote(body))}
            onClose={() => setKind(null)}
        />
    );
}

interface EntryFormProps {
    readonly kind: Kind;
    readonly proposedSubject: string;
    readonly text: OwnText;
    readonly onSave: (subject: string, body: string) => Promise<void>;
    readonly onClose: () => void;
}

function EntryForm(props: EntryFormProps): JSX.Element {
    const { kind, proposedSubject, text, onSave, onClose } = props;
    const [subject, setSubject] = React.useState(proposedSubject);
    const [body, setBody] = React.useState('');
    const [saving, setSaving] = React.useState(false);
    const [failure, setFailure] = React.useState('');
    const complete = (kind === 'call' ? subject : body).trim() !== '';

    const save = async (): Promise<void> => {
        setSaving(true);
        setFailure('');
        try {
            await onSave(subject.trim(), body.trim());
        } catch (error) {
            setFailure(text('quick.failed', messageOf(error)));
            setSaving(false);
            return;
        }
        onClose();
    };

    return (
        <form
            className="llc-fv-quick"
            onSubmit={(event) => {
                event.preventDefault();
                if (complete && !saving) void save();
            }}
            onKeyDown={(event) => {
                if (event.key === 'Escape') onClose();
            }}
        >
            {kind === 'call' && (
                <TextField
                    label={text('quick.callSubject')}
                    value={subject}
                    required
                    maxLength={SUBJECT_LENGTH}
                    onChange={(_event, value) => setSubject(value ?? '')}
                />
            )}
            <TextField
                label={text(kind === 'call' ? 'quick.callDescription' : 'quick.noteText')}
                value={body}
                multiline
                autoAdjustHeight
                resizable={false}
                rows={3}
                autoFocus
                required={kind === 'note'}
                onChange={(_event, value) => setBody(value ?? '')}
            />
            {failure !== '' && (
                <p className="llc-fv-failure" role="alert">
                    {failure}
                </p>
            )}
            <div className="llc-fv-buttons">
                <PrimaryButton
                    type="submit"
                    text={text(saving ? 'quick.saving' : 'quick.save')}
                    disabled={!complete || saving}
                />
                <DefaultButton text={text('quick.cancel')} disabled={saving} onClick={onClose} />
            </div>
        </form>
    );
}
