import * as React from 'react';
import { DefaultButton } from '@fluentui/react';
import { cardAfterKey, type LeadCard } from '../card-model';
import type { OwnText } from '../texts';
import type { Checking } from '../use-checked';
import { Card } from './Card';

export interface CardListProps {
    readonly cards: readonly LeadCard[];
    readonly selectedId: string | null;
    readonly checking: Checking;
    readonly text: OwnText;
    /** Said when there are no cards. */
    readonly emptyText: string;
    readonly hasMore: boolean;
    readonly loadingMore: boolean;
    /** A key has led to the card. */
    readonly onSelect: (id: string) => void;
    /** A click or a tap. */
    readonly onChoose: (id: string) => void;
    /** Enter or a double click. */
    readonly onOpen: (id: string) => void;
    readonly onLoadMore: () => void;
}

/**
 * The cards as a list box: arrow keys, Home and End select, Enter opens, Tab goes on to the record beside it. Space
 * checks, Shift with an arrow key checks on the way, Ctrl+A checks all, Escape none.
 */
export function CardList(props: CardListProps): JSX.Element {
    const { cards, selectedId, checking, text, emptyText, hasMore, loadingMore } = props;
    const { onSelect, onChoose, onOpen, onLoadMore } = props;
    const prefix = useListId();
    const ids = cards.map((card) => card.id);
    const focusableId = selectedId !== null && ids.includes(selectedId) ? selectedId : ids[0];

    const onKeyDown = (event: React.KeyboardEvent<HTMLDivElement>): void => {
        const current = ids.find((id) => elementId(prefix, id) === document.activeElement?.id) ?? selectedId;
        if (event.key === 'Enter' && current !== null) {
            event.preventDefault();
            onOpen(current);
            return;
        }
        if (checkByKey(event, current, checking)) {
            event.preventDefault();
            return;
        }
        const target = cardAfterKey(event.key, ids, current);
        if (target === null) return;
        event.preventDefault();
        if (event.shiftKey) {
            if (current !== null) checking.extendTo(current);
            checking.extendTo(target);
        }
        onSelect(target);
        const element = document.getElementById(elementId(prefix, target));
        element?.focus();
        element?.scrollIntoView?.({ block: 'nearest' });
    };

    return (
        <div className="llc-fv-scroll">
            {cards.length === 0 ? (
                <p className="llc-fv-empty" role="status">
                    {emptyText}
                </p>
            ) : (
                <div role="listbox" aria-label={text('list.label')} className="llc-fv-cards" onKeyDown={onKeyDown}>
                    {cards.map((card) => (
                        <Card
                            key={card.id}
                            card={card}
                            elementId={elementId(prefix, card.id)}
                            selected={card.id === selectedId}
                            checked={checking.leads.has(card.id)}
                            focusable={card.id === focusableId}
                            text={text}
                            onChoose={onChoose}
                            onOpen={onOpen}
                            onToggle={checking.toggle}
                            onExtend={checking.extendTo}
                        />
                    ))}
                </div>
            )}
            {hasMore && (
                <DefaultButton
                    className="llc-fv-more"
                    text={text(loadingMore ? 'list.loadingMore' : 'list.loadMore')}
                    disabled={loadingMore}
                    onClick={onLoadMore}
                />
            )}
        </div>
    );
}

/** Whether the key has changed what is checked. */
function checkByKey(event: React.KeyboardEvent, current: string | null, checking: Checking): boolean {
    if (event.key === ' ' && current !== null) {
        checking.toggle(current);
        return true;
    }
    if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
        checking.toggleAll();
        return true;
    }
    if (event.key === 'Escape' && checking.leads.size > 0) {
        checking.clear();
        return true;
    }
    return false;
}

let lists = 0;

/** Tells the elements of several lists on one page apart. */
function useListId(): string {
    const [id] = React.useState(() => `llc-fv-${(lists += 1)}`);
    return id;
}

function elementId(prefix: string, id: string): string {
    return `${prefix}-${id}`;
}
