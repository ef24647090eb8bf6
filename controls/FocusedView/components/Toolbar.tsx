import * as React from 'react';
import { Dropdown, ResponsiveMode, TextField, type IDropdownOption } from '@fluentui/react';
import { Icon } from '../../appearance/icons';
import { FILTERS, SORTS, type Filter, type Sort } from '../card-model';
import type { OwnText } from '../texts';

export interface ToolbarProps {
    readonly search: string;
    readonly filter: Filter;
    readonly sort: Sort;
    /** How many cards are shown and how many there are. */
    readonly countText: string;
    /** Whether all cards that are shown are checked. */
    readonly allChecked: boolean;
    /** Whether some cards are checked. */
    readonly someChecked: boolean;
    readonly text: OwnText;
    readonly onSearch: (search: string) => void;
    readonly onFilter: (filter: Filter) => void;
    readonly onSort: (sort: Sort) => void;
    readonly onToggleAll: () => void;
}

/** Search, filter and order of the loaded cards, and the check of all. */
export function Toolbar(props: ToolbarProps): JSX.Element {
    const { search, filter, sort, countText, allChecked, someChecked, text } = props;
    const { onSearch, onFilter, onSort, onToggleAll } = props;
    return (
        <div className="llc-fv-toolbar">
            {/* Not Fluent's own prefix: a screen reader would read that in place of the label. */}
            <div className="llc-fv-search">
                <Icon name="search" size={14} className="llc-fv-search-icon" />
                <TextField
                    ariaLabel={text('list.search')}
                    placeholder={text('list.search')}
                    value={search}
                    onChange={(_event, value) => onSearch(value ?? '')}
                    styles={{ field: { paddingInlineStart: 32 } }}
                />
            </div>
            <div className="llc-fv-toolbar-row">
                <Choice
                    label={text('list.filter')}
                    options={FILTERS.map((key) => ({ key, text: text(`filter.${key}`) }))}
                    selected={filter}
                    onChange={(key) => onFilter(FILTERS.find((it) => it === key) ?? 'all')}
                />
                <Choice
                    label={text('list.sort')}
                    options={SORTS.map((key) => ({ key, text: text(`sort.${key}`) }))}
                    selected={sort}
                    onChange={(key) => onSort(SORTS.find((it) => it === key) ?? 'next')}
                />
            </div>
            <div className="llc-fv-toolbar-row llc-fv-toolbar-foot">
                <CheckAll all={allChecked} some={someChecked} text={text} onToggle={onToggleAll} />
                <div className="llc-fv-count" role="status">
                    {countText}
                </div>
            </div>
        </div>
    );
}

/** A plain check box: the mark of Fluent's own is a letter of its icon font. */
function CheckAll(props: {
    readonly all: boolean;
    readonly some: boolean;
    readonly text: OwnText;
    readonly onToggle: () => void;
}): JSX.Element {
    const { all, some, text, onToggle } = props;
    const input = React.useRef<HTMLInputElement>(null);
    React.useEffect(() => {
        if (input.current) input.current.indeterminate = some && !all;
    }, [some, all]);
    return (
        <label className="llc-fv-count llc-fv-check-all">
            <input ref={input} type="checkbox" checked={all} onChange={onToggle} />
            {text('list.checkAll')}
        </label>
    );
}

interface ChoiceProps {
    readonly label: string;
    readonly options: IDropdownOption[];
    readonly selected: string;
    readonly onChange: (key: string) => void;
}

function Choice(props: ChoiceProps): JSX.Element {
    return (
        <Dropdown
            ariaLabel={props.label}
            title={props.label}
            className="llc-fv-choice"
            options={props.options}
            selectedKey={props.selected}
            onChange={(_event, option) => option && props.onChange(String(option.key))}
            // On small screens Fluent would open a panel, whose close button is a letter of its icon font.
            responsiveMode={ResponsiveMode.large}
            onRenderCaretDown={() => <Icon name="chevronDown" size={12} />}
        />
    );
}
