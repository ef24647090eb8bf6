import React from 'react';
import { css, mergeStyleSets } from '@fluentui/react';
import { color } from '../../platform/theme';
import { useSubscription } from '../../platform/use-subscription';
import type { FormTab, TabStrip } from '../model/layout';
import { FormSectionView } from './FormSectionView';

/** Ids that tie a tab to its panel. */
const tabId = (tab: FormTab): string => `form-tab-${tab.definition.id}`;
const panelId = (tab: FormTab): string => `form-panel-${tab.definition.id}`;

/** The row of tabs below the header. One tab alone needs no row. */
export function FormTabList(props: { readonly tabs: TabStrip }): JSX.Element | null {
    const { tabs } = props;
    useSubscription(tabs.subscribe);
    const visible = tabs.tabs.filter((tab) => tab.visible);
    const { current } = tabs;
    const list = React.useRef<HTMLDivElement>(null);
    const step = (by: number): void => {
        const index = visible.findIndex((tab) => tab === current);
        const next = visible[(index + by + visible.length) % visible.length];
        if (next !== undefined) {
            next.open();
            list.current?.querySelector<HTMLElement>(`[id="${tabId(next)}"]`)?.focus();
        }
    };
    return (
        <div className={styles.list} role="tablist" ref={list}>
            {visible.map((tab) => (
                <button
                    key={tab.definition.id}
                    id={tabId(tab)}
                    type="button"
                    role="tab"
                    aria-selected={tab === current}
                    aria-controls={panelId(tab)}
                    tabIndex={tab === current ? 0 : -1}
                    className={css(styles.tab, tab === current && styles.current)}
                    onClick={() => tab.open()}
                    onKeyDown={(event) => {
                        if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
                            event.preventDefault();
                            step(event.key === 'ArrowRight' ? 1 : -1);
                        }
                    }}
                >
                    {tab.label || tab.name}
                </button>
            ))}
        </div>
    );
}

/** The columns and sections of the open tab. */
export function FormTabPanel(props: { readonly tabs: TabStrip }): JSX.Element | null {
    const { tabs } = props;
    useSubscription(tabs.subscribe);
    const { current } = tabs;
    return current === null ? null : <TabColumns key={current.definition.id} tab={current} />;
}

function TabColumns(props: { readonly tab: FormTab }): JSX.Element {
    const { tab } = props;
    useSubscription(tab.subscribe);
    let index = 0;
    return (
        <div className={styles.columns} role="tabpanel" id={panelId(tab)} aria-labelledby={tabId(tab)}>
            {tab.definition.columns.map((column, place) => {
                const sections = tab.sections.slice(index, index + column.sections.length);
                index += column.sections.length;
                return sections.some(({ visible }) => visible) ? (
                    <div key={place} className={styles.column} style={{ flexGrow: column.width, flexShrink: 1 }}>
                        {sections.map((section, order) => (
                            <FormSectionView key={`${section.name}/${order}`} section={section} />
                        ))}
                    </div>
                ) : null;
            })}
        </div>
    );
}

const styles = mergeStyleSets({
    list: { display: 'flex', gap: 4, overflowX: 'auto', marginLeft: -10, scrollbarWidth: 'thin' },
    tab: {
        position: 'relative',
        flex: 'none',
        height: 38,
        padding: '0 10px',
        border: 0,
        borderRadius: 4,
        background: 'transparent',
        color: color.textSecondary,
        font: 'inherit',
        cursor: 'pointer',
        selectors: {
            '&:hover': { color: color.text, background: color.surfaceHover },
            '&:focus-visible': { outline: `2px solid ${color.brand}`, outlineOffset: -2 },
        },
    },
    current: {
        fontWeight: 600,
        color: color.text,
        selectors: {
            '&::after': {
                content: '""',
                position: 'absolute',
                left: 10,
                right: 10,
                bottom: 0,
                height: 3,
                borderRadius: 2,
                background: color.brand,
            },
        },
    },
    columns: { display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'flex-start' },
    column: { flexBasis: 290, minWidth: 'min(100%, 290px)', display: 'flex', flexDirection: 'column', gap: 12 },
});
