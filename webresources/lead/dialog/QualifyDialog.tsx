import React, { useCallback, useState } from 'react';
import { LeadColumn } from '../../../lifecycle/columns';
import { planConversion } from '../../../lifecycle/qualify/conversion';
import { isBlank, textOf } from '../../../lifecycle/row';
import type { Connection } from '../../dialog/connection';
import { CriteriaList } from './CriteriaList';
import { DialogFrame } from '../../dialog/DialogFrame';
import { LinkChoice } from './LinkChoice';
import { NoteField } from '../../dialog/NoteField';

/** Shows how the lead stands and what qualifying it will create or link. */
export function QualifyDialog({ connection }: { readonly connection: Connection<'qualify'> }): JSX.Element {
    const { input, text, close } = connection;
    // Linking is proposed: a second account of the same name is seldom meant.
    const [accountId, setAccountId] = useState(input.accounts[0]?.id ?? null);
    const [contactId, setContactId] = useState(input.contacts[0]?.id ?? null);
    const [note, setNote] = useState('');
    const [tried, setTried] = useState(false);

    const plan = planConversion(input.lead, {
        ...(accountId !== null && { accountId }),
        ...(contactId !== null && { contactId }),
    });
    const missing = plan.missing.map((column) => input.columnLabels[column] ?? column).join(', ');
    const noteMissing = input.noteRequired && isBlank(note);
    const blocked = input.blocking.length > 0;
    const cancel = useCallback(() => close(null), [close]);
    const company = textOf(input.lead, LeadColumn.companyName);
    const topic = textOf(input.lead, LeadColumn.topic);

    return (
        <DialogFrame
            title={text('qualify.title')}
            confirmLabel={text('qualify.button')}
            cancelLabel={text('button.cancel')}
            confirmDisabled={blocked || missing !== ''}
            onCancel={cancel}
            onConfirm={() => {
                setTried(true);
                if (!noteMissing) close({ accountId, contactId, note });
            }}
        >
            <p className="intro">
                <strong>{input.leadName}</strong>
                {company !== '' && ` · ${company}`}
            </p>
            {blocked && (
                <p className="message" role="alert">
                    {text('qualify.dialog.blocked')}
                </p>
            )}
            {missing !== '' && (
                <p className="message" role="alert">
                    {text('qualify.dialog.missing', missing)}
                </p>
            )}
            <h2>{text('qualify.dialog.criteria')}</h2>
            <CriteriaList input={input} text={text} />
            <h2>{text('qualify.dialog.outcome')}</h2>
            <dl className="outcome">
                <dt>{text('qualify.dialog.account')}</dt>
                <dd>{account()}</dd>
                <dt>{text('qualify.dialog.contact')}</dt>
                <dd>{contact()}</dd>
                <dt>{text('qualify.dialog.opportunity')}</dt>
                <dd>{text('qualify.dialog.createNew', topic || input.leadName)}</dd>
            </dl>
            {input.noteRequired && (
                <NoteField
                    label={text('qualify.dialog.note')}
                    value={note}
                    required
                    problem={tried && noteMissing ? text('qualify.noteRequired') : ''}
                    onChange={setNote}
                />
            )}
        </DialogFrame>
    );

    function account(): React.ReactNode {
        if (textOf(input.lead, LeadColumn.parentAccount) !== '') {
            return text('qualify.dialog.alreadyLinked', input.accountName);
        }
        if (company === '') return text('qualify.dialog.noAccount');
        return (
            <LinkChoice
                name="account"
                label={text('qualify.dialog.account')}
                found={text('qualify.dialog.accountFound')}
                newName={company}
                matches={input.accounts}
                value={accountId}
                text={text}
                onChange={setAccountId}
            />
        );
    }

    function contact(): React.ReactNode {
        if (textOf(input.lead, LeadColumn.parentContact) !== '') {
            return text('qualify.dialog.alreadyLinked', input.contactName);
        }
        return (
            <LinkChoice
                name="contact"
                label={text('qualify.dialog.contact')}
                found={text('qualify.dialog.contactFound')}
                newName={input.leadName}
                matches={input.contacts}
                value={contactId}
                text={text}
                onChange={setContactId}
            />
        );
    }
}
