import * as React from 'react';
import { Icon } from '../../appearance/icons';
import type { LeadCard } from '../card-model';
import type { OwnText } from '../texts';
import { activityType } from './activity-type';
import { Coin } from './Coin';
import { dueText, dueTone } from './due-text';
import { ProgressBar } from './ProgressBar';

export interface CardProps {
    readonly card: LeadCard;
    /** Id of the element, by which the list moves the focus. */
    readonly elementId: string;
    /** Whether its record stands beside the list. */
    readonly selected: boolean;
    /** Whether a command on several leads is meant for it too. */
    readonly checked: boolean;
    /** Whether the Tab key reaches the list at this card. */
    readonly focusable: boolean;
    readonly text: OwnText;
    readonly onChoose: (id: string) => void;
    readonly onOpen: (id: string) => void;
    readonly onToggle: (id: string) => void;
    /** Checks all cards up to this one. */
    readonly onExtend: (id: string) => void;
}

const RATING_TONES: Readonly<Record<number, string>> = { 1: 'danger', 2: 'warning', 3: 'plain' };

/**
 * One lead in the list. A card holds no buttons: what can be done stands beside it, in the detail pane. The check box
 * is only for the pointer; the keyboard checks with the space bar, and screen readers hear the state of the card.
 */
export const Card = React.memo(function Card(props: CardProps): JSX.Element {
    const { card, elementId, selected, checked, focusable, text, onChoose, onOpen, onToggle, onExtend } = props;
    return (
        <div
            id={elementId}
            role="option"
            aria-selected={selected}
            aria-checked={checked}
            tabIndex={focusable ? 0 : -1}
            className={selected ? 'llc-fv-card llc-fv-card-selected' : 'llc-fv-card'}
            onClick={(event) => {
                if (event.shiftKey) onExtend(card.id);
                else if (event.ctrlKey || event.metaKey) onToggle(card.id);
                else onChoose(card.id);
            }}
            onDoubleClick={() => onOpen(card.id)}
        >
            <CheckBox checked={checked} onToggle={() => onToggle(card.id)} onExtend={() => onExtend(card.id)} />
            <Coin name={card.name} size={40} />
            <div className="llc-fv-card-body">
                <div className="llc-fv-card-line">
                    <span className="llc-fv-card-name">{card.name}</span>
                    {card.ratingText !== '' && (
                        <span className={`llc-fv-badge llc-fv-${RATING_TONES[card.rating ?? 0] ?? 'plain'}`}>
                            {card.ratingText}
                        </span>
                    )}
                </div>
                <div className="llc-fv-card-who">{[card.jobTitle, card.company].filter(Boolean).join(' · ')}</div>
                <div className="llc-fv-card-line llc-fv-card-status">
                    <span className="llc-fv-status">{card.status}</span>
                    {card.grade !== '' && <span className="llc-fv-badge llc-fv-plain">{card.grade}</span>}
                    {card.score !== null && <span className="llc-fv-score">{text('card.score', card.score)}</span>}
                    {card.progress !== null && (
                        <ProgressBar percent={card.progress} label={text('card.progress', card.progress)} />
                    )}
                </div>
                <UpNext card={card} text={text} />
            </div>
        </div>
    );
});

function CheckBox(props: {
    readonly checked: boolean;
    readonly onToggle: () => void;
    readonly onExtend: () => void;
}): JSX.Element {
    const { checked, onToggle, onExtend } = props;
    return (
        <span
            className="llc-fv-check"
            aria-hidden="true"
            onClick={(event) => {
                event.stopPropagation();
                if (event.shiftKey) onExtend();
                else onToggle();
            }}
            onDoubleClick={(event) => event.stopPropagation()}
        >
            <span className={checked ? 'llc-fv-check-box llc-fv-check-on' : 'llc-fv-check-box'}>
                {checked && <Icon name="check" size={12} />}
            </span>
        </span>
    );
}

function UpNext(props: { readonly card: LeadCard; readonly text: OwnText }): JSX.Element {
    const { card, text } = props;
    if (!card.next) {
        return <div className="llc-fv-card-next llc-fv-quiet">{text('card.noActivity')}</div>;
    }
    const type = activityType(card.next.type);
    return (
        <div className="llc-fv-card-next">
            <Icon name={type.icon} size={14} />
            <span className="llc-fv-card-next-subject" title={`${text(type.label)}: ${card.next.subject}`}>
                {card.next.subject || text(type.label)}
            </span>
            <span className={`llc-fv-badge llc-fv-${dueTone(card.due)}`} title={card.next.dueText}>
                {dueText(card.due, text)}
            </span>
        </div>
    );
}
