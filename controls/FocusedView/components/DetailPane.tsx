import * as React from 'react';
import { DefaultButton, Spinner } from '@fluentui/react';
import type { LeadState } from '../../../lifecycle/choices';
import type { Criterion } from '../../../lifecycle/configuration/criterion';
import type { Activity, Clock, LeadCard } from '../card-model';
import type { Loaded } from '../use-loaded';
import type { LeadDetails } from '../lead-details';
import type { OwnText } from '../texts';
import { Coin } from './Coin';
import { FieldGroup } from './FieldGroup';
import { companyFields, contactFields, leadFields } from './lead-fields';
import { LeadActions, type LeadAction } from './LeadActions';
import { Qualification } from './Qualification';
import { QuickEntry } from './QuickEntry';
import { Timeline } from './Timeline';
import { UpNext } from './UpNext';

export interface DetailPaneProps {
    /** The selected lead; null when the list has none. */
    readonly card: LeadCard | null;
    readonly details: Loaded<LeadDetails>;
    readonly criteria: readonly Criterion[] | null;
    /** States that the transitions let the lead reach; null while they are being read. */
    readonly reachable: readonly LeadState[] | null;
    readonly clock: Clock;
    readonly busy: boolean;
    readonly completing: string | null;
    readonly text: OwnText;
    /** The way back to the list, where there is only room for one of both. */
    readonly backButton: React.ReactNode;
    readonly onAction: (action: LeadAction) => void;
    readonly onComplete: (activity: Activity) => void;
    readonly onCall: (subject: string, description: string) => Promise<void>;
    readonly onNote: (note: string) => Promise<void>;
    readonly onRetry: () => void;
}

/** The selected lead beside the cards. Its head comes from the card, so that it is there before the rest has loaded. */
export function DetailPane(props: DetailPaneProps): JSX.Element {
    const { card, details, busy, text, backButton, onAction } = props;
    if (card === null) {
        return <p className="llc-fv-empty">{text('detail.none')}</p>;
    }
    return (
        <div className="llc-fv-scroll" tabIndex={0} role="region" aria-label={card.name}>
            {backButton}
            <div className="llc-fv-head">
                <Coin name={card.name} size={56} />
                <div className="llc-fv-head-text">
                    <h2 className="llc-fv-title">{card.name}</h2>
                    <div>{[card.jobTitle, card.company].filter(Boolean).join(' · ')}</div>
                    <div className="llc-fv-quiet">{card.topic}</div>
                </div>
                <span className="llc-fv-status">{card.status}</span>
            </div>
            <LeadActions state={card.state} reachable={props.reachable} busy={busy} text={text} onAction={onAction} />
            {details.value?.id === card.id ? (
                <Body {...props} card={card} details={details.value} />
            ) : (
                <Pending failure={details.failure} text={text} onRetry={props.onRetry} />
            )}
        </div>
    );
}

function Pending(props: {
    readonly failure: string;
    readonly text: OwnText;
    readonly onRetry: () => void;
}): JSX.Element {
    const { failure, text, onRetry } = props;
    if (failure === '') return <Spinner className="llc-fv-spinner" label={text('detail.loading')} />;
    return (
        <div className="llc-fv-empty">
            <p role="alert">{text('detail.failed', failure)}</p>
            <DefaultButton text={text('detail.retry')} onClick={onRetry} />
        </div>
    );
}

type BodyProps = Omit<DetailPaneProps, 'card' | 'details'> & { readonly card: LeadCard; readonly details: LeadDetails };

function Body(props: BodyProps): JSX.Element {
    const { card, details, criteria, clock, completing, text, onComplete, onCall, onNote } = props;
    const emptyText = text('detail.empty');
    return (
        <div className="llc-fv-body">
            <div className="llc-fv-column">
                <UpNext
                    activities={details.open}
                    clock={clock}
                    completing={completing}
                    text={text}
                    onComplete={onComplete}
                />
                <Timeline key={`timeline-${card.id}`} entries={details.timeline} text={text}>
                    <QuickEntry
                        key={`entry-${card.id}`}
                        leadName={card.name}
                        text={text}
                        onCall={onCall}
                        onNote={onNote}
                    />
                </Timeline>
            </div>
            <div className="llc-fv-column">
                {criteria !== null && <Qualification row={details.row} criteria={criteria} text={text} />}
                <FieldGroup
                    title={text('group.contact')}
                    fields={contactFields(details.row, text)}
                    emptyText={emptyText}
                />
                <FieldGroup
                    title={text('group.company')}
                    fields={companyFields(details.row, text)}
                    emptyText={emptyText}
                />
                <FieldGroup title={text('group.lead')} fields={leadFields(details.row, text)} emptyText={emptyText} />
            </div>
        </div>
    );
}
