import React from 'react';

export interface FilterOption<Key extends string> {
    readonly key: Key;
    readonly label: string;
}

export interface FilterBarProps<Key extends string> {
    readonly label: string;
    readonly options: readonly FilterOption<Key>[];
    readonly chosen: Key;
    readonly onChoose: (key: Key) => void;
}

/** Which part of a list is shown, as buttons of which one is pressed. */
export function FilterBar<Key extends string>(props: FilterBarProps<Key>): JSX.Element {
    const { label, options, chosen, onChoose } = props;
    return (
        <div className="bulk-filter" role="group" aria-label={label}>
            {options.map((option) => (
                <button
                    key={option.key}
                    type="button"
                    className="small"
                    aria-pressed={option.key === chosen}
                    onClick={() => onChoose(option.key)}
                >
                    {option.label}
                </button>
            ))}
        </div>
    );
}
