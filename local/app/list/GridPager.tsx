import React from 'react';
import { IconButton } from '@fluentui/react/lib/Button';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import { formatNumber } from '../platform/format/format-number';
import { usePlatform } from '../platform/platform-context';
import { color } from '../platform/theme';
import { useSubscription } from '../platform/use-subscription';
import type { GridModel } from './grid-model';

/** Dataverse counts no further; the real number may be higher. */
const COUNT_LIMIT = 5000;

/** "1–50 of 1,234", how many are selected, and the buttons to the pages beside. */
export function GridPager(props: { readonly model: GridModel }): JSX.Element {
    const { model } = props;
    const { texts, environment } = usePlatform();
    useSubscription(model.subscribe);
    const { page, pageSize, rows, totalCount, moreRecords, selectedIds } = model.state;
    const number = (value: number): string => formatNumber(value, environment.user);
    const first = (page - 1) * pageSize + 1;
    const last = (page - 1) * pageSize + rows.length;
    const range = `${number(first)}–${number(last)}`;
    const total = totalCount >= COUNT_LIMIT ? `${number(COUNT_LIMIT)}+` : number(totalCount);
    return (
        <div className={styles.root}>
            <span role="status" data-testid="row-count">
                {rows.length === 0 ? number(0) : totalCount < 0 ? range : texts('list.range', range, total)}
                {selectedIds.length > 0 && (
                    <span className={styles.selected}> · {texts('list.selected', number(selectedIds.length))}</span>
                )}
            </span>
            <span className={styles.buttons}>
                <IconButton
                    iconProps={{ iconName: 'ChevronLeft' }}
                    ariaLabel={texts('list.previousPage')}
                    title={texts('list.previousPage')}
                    disabled={page === 1}
                    styles={pagerButton}
                    onClick={() => void model.goToPage(page - 1)}
                />
                <span>{texts('list.page', number(page))}</span>
                <IconButton
                    iconProps={{ iconName: 'ChevronRight' }}
                    ariaLabel={texts('list.nextPage')}
                    title={texts('list.nextPage')}
                    disabled={!moreRecords}
                    styles={pagerButton}
                    onClick={() => void model.goToPage(page + 1)}
                />
            </span>
        </div>
    );
}

const pagerButton = { rootDisabled: { background: 'transparent' } } as const;

const styles = mergeStyleSets({
    root: {
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'space-between',
        flexWrap: 'wrap',
        gap: 8,
        minHeight: 40,
        padding: '0 12px 0 16px',
        borderTop: `1px solid ${color.line}`,
        color: color.textTertiary,
        flex: 'none',
    },
    selected: { color: color.textSecondary },
    buttons: { display: 'inline-flex', alignItems: 'center' },
});
