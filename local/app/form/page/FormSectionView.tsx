import React from 'react';
import { css, mergeStyleSets } from '@fluentui/react';
import { color } from '../../platform/theme';
import { useSubscription } from '../../platform/use-subscription';
import type { FormCell, FormSection } from '../model/layout';
import { FormCellView } from './FormCellView';

/** Narrowest a column of fields may get before the columns go below each other, in pixels. */
const NARROWEST_COLUMN = 250;

/** A section: its title and its cells in as many columns as fit. */
export function FormSectionView(props: {
    readonly section: FormSection;
    readonly plain?: boolean;
}): JSX.Element | null {
    const { section, plain = false } = props;
    useSubscription(section.subscribe);
    if (!section.visible) {
        return null;
    }
    const count = section.definition.columns;
    const columns =
        count === 1
            ? 'minmax(0, 1fr)'
            : `repeat(auto-fill, minmax(max(min(100%, ${NARROWEST_COLUMN}px), calc((100% - ${(count - 1) * 24}px) / ${count})), 1fr))`;
    const holdsGrid = section.controls.some(({ type }) => type === 'subgrid' || type === 'timelinewall');
    return (
        <section
            className={css(styles.section, plain && styles.plain, holdsGrid && styles.grid)}
            aria-label={section.label || section.name}
            data-section={section.name}
        >
            {section.definition.showLabel && section.label !== '' && <h2 className={styles.title}>{section.label}</h2>}
            <div className={styles.cells} style={{ gridTemplateColumns: columns }}>
                {section.rows.flat().map((cell, index) => (
                    <SectionCell key={`${cell.id}/${index}`} cell={cell} columns={count} stacked={plain} />
                ))}
            </div>
        </section>
    );
}

function SectionCell(props: {
    readonly cell: FormCell;
    readonly columns: number;
    readonly stacked: boolean;
}): JSX.Element | null {
    const { cell, columns, stacked } = props;
    useSubscription(cell.control?.subscribe);
    if (cell.control === null) {
        return columns > 1 ? <div className={styles.spacer} /> : null;
    }
    if (!cell.control.visible) {
        return null;
    }
    return (
        <div style={cell.columnSpan > 1 ? { gridColumn: '1 / -1' } : {}} className={styles.cell}>
            <FormCellView control={cell.control} rowSpan={cell.rowSpan} stacked={stacked} />
        </div>
    );
}

const styles = mergeStyleSets({
    section: {
        background: color.surface,
        borderRadius: 8,
        boxShadow: color.shadow,
        padding: '12px 16px 14px',
        minWidth: 0,
    },
    plain: { boxShadow: 'none', padding: '0 0 8px', borderRadius: 0 },
    grid: { padding: '12px 16px 8px' },
    title: {
        margin: '0 0 8px',
        fontSize: 15,
        lineHeight: '22px',
        fontWeight: 600,
        color: color.text,
    },
    cells: { display: 'grid', columnGap: 24, rowGap: 2, minWidth: 0 },
    cell: { minWidth: 0 },
    spacer: { minHeight: 38 },
});
