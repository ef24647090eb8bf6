import * as React from 'react';
import { DefaultButton } from '@fluentui/react';
import { cardAfterKey, type LeadCard } from '../card-model';
import type { OwnText } from '../texts';
import { Card } from './Card';

export interface CardListProps {
    readonly cards: readonly LeadCard[];
    readonly selectedId: string | null;
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

/** The cards as a list box: arrow keys, Home and End select, Enter opens, Tab goes on to the record beside it. */
export function CardList(props: CardListProps): JSX.Element {
    const { cards, selectedId, text, emptyText, hasMore, loadingMore, onSelect, onChoose, onOpen, onLoadMore } = props;
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
        const target = cardAfterKey(event.key, ids, current);
        if (target === null) return;
        event.preventDefault();
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
                            focusable={card.id === focusableId}
                            text={text}
                            onChoose={onChoose}
                            onOpen={onOpen}
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

let lists = 0;

/** Tells the elements of several lists on one page apart. */
function useListId(): string {
    const [id] = React.useState(() => `llc-fv-${(lists += 1)}`);
    return id;
}

function elementId(prefix: string, id: string): string {
    return `${prefix}-${id}`;
}
