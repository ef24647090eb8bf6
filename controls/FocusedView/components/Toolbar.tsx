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
    readonly text: OwnText;
    readonly onSearch: (search: string) => void;
    readonly onFilter: (filter: Filter) => void;
    readonly onSort: (sort: Sort) => void;
}

/** Search, filter and order of the loaded cards. */
export function Toolbar(props: ToolbarProps): JSX.Element {
    const { search, filter, sort, countText, text, onSearch, onFilter, onSort } = props;
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
            <div className="llc-fv-count" role="status">
                {countText}
            </div>
        </div>
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
