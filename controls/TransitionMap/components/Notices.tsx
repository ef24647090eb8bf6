import * as React from 'react';
import type { DraftControl, DraftNotice } from '../use-draft';
import { moveText, type Words } from '../describe';
import { subjectOf } from '../../../lifecycle/transitions/changes';
import { Button } from './Button';
import { Notice } from './Notice';
import { ChangeList } from './OverviewPanel';

export interface NoticesProps {
    readonly guardIsOff: boolean;
    readonly mayEdit: boolean;
    /** The table has no rows, so the defaults apply. */
    readonly isDefault: boolean;
    readonly draft: Pick<DraftControl, 'notice' | 'dismiss'>;
    /** The maker is choosing the target of a new move that starts here; empty when not. */
    readonly connectFrom: string;
    /** Why the edits cannot be saved; empty when they can. */
    readonly obstacle: string;
    readonly words: Words;
    readonly onStart: () => void;
    readonly onCancelConnect: () => void;
}

/** All that has to be known before the map is read. */
export function Notices(props: NoticesProps): JSX.Element {
    const { guardIsOff, mayEdit, isDefault, draft, connectFrom, obstacle, words } = props;
    const { text } = words;
    return (
        <div className="llc-tm-notices">
            {guardIsOff && (
                <Notice tone="warning" title={text('guard.title')}>
                    {text('guard.text')}
                </Notice>
            )}
            {draft.notice && <DraftMessage notice={draft.notice} words={words} onDismiss={draft.dismiss} />}
            {isDefault && (
                <Notice
                    tone="plain"
                    title={text('defaults.title')}
                    actions={mayEdit && <Button label={text('defaults.start')} onClick={props.onStart} />}
                >
                    {text(mayEdit ? 'defaults.text' : 'defaults.text.readOnly')}
                </Notice>
            )}
            {obstacle !== '' && <Notice tone="bad">{obstacle}</Notice>}
            {connectFrom !== '' && (
                <Notice tone="plain" actions={<Button label={text('button.cancel')} onClick={props.onCancelConnect} />}>
                    {text('connect.choose', connectFrom)}
                </Notice>
            )}
        </div>
    );
}

function DraftMessage(props: {
    readonly notice: DraftNotice;
    readonly words: Words;
    readonly onDismiss: () => void;
}): JSX.Element {
    const { notice, words, onDismiss } = props;
    const { text } = words;
    const close = <Button compact label={text('button.close')} icon="cross" onClick={onDismiss} />;
    switch (notice.kind) {
        case 'restored':
            return (
                <Notice tone="plain" title={text('restored.title')} actions={close}>
                    {text('restored.text')}
                </Notice>
            );
        case 'saved':
            return (
                <Notice tone="good" actions={close}>
                    {notice.count === 1 ? text('saved.one') : text('saved.many', notice.count)}
                </Notice>
            );
        case 'failed':
            return (
                <Notice tone="bad" title={text('failed.title')} actions={close}>
                    {text('failed.text', notice.message)}
                </Notice>
            );
        case 'merged': {
            const who = notice.who.join(', ');
            const conflicts = notice.changes.filter((change) => notice.conflicts.includes(subjectOf(change).id));
            return (
                <Notice
                    tone="warning"
                    title={who === '' ? text('merged.title') : text('merged.titleBy', who)}
                    actions={close}
                >
                    {text(notice.whileSaving ? 'merged.notSaved' : 'merged.text')}
                    <ChangeList changes={notice.changes} words={words} />
                    {conflicts.length > 0 &&
                        text(
                            'merged.conflicts',
                            conflicts.map((change) => moveText(subjectOf(change), words)).join(', '),
                        )}
                </Notice>
            );
        }
    }
}
