import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import { color } from '../../platform/theme';

/** Height of a one-line field, in pixels. */
export const FIELD_HEIGHT = 32;

export const fieldStyles = mergeStyleSets({
    input: {
        boxSizing: 'border-box',
        width: '100%',
        minWidth: 0,
        height: FIELD_HEIGHT,
        padding: '0 10px',
        border: '1px solid transparent',
        borderRadius: 4,
        background: color.surfaceHover,
        color: color.text,
        font: 'inherit',
        fontSize: 14,
        outline: 'none',
        selectors: {
            '&:hover': { borderColor: color.lineStrong },
            '&:focus': { borderColor: color.lineStrong, boxShadow: `inset 0 -2px 0 ${color.brand}` },
            '&::placeholder': { color: color.textTertiary, opacity: 1 },
        },
    },
    memo: { height: 'auto', minHeight: 76, padding: '6px 10px', lineHeight: '20px', resize: 'vertical' },
    readOnly: {
        background: 'transparent',
        selectors: { '&:hover': { borderColor: 'transparent' }, '&:focus': { boxShadow: 'none' } },
    },
    readOnlyMemo: { minHeight: 32, resize: 'none' },
    invalid: { borderColor: color.danger, selectors: { '&:hover, &:focus': { borderColor: color.danger } } },
    /** A field with a button or symbol inside its frame. */
    group: { position: 'relative', display: 'flex', alignItems: 'center', width: '100%', minWidth: 0 },
    action: {
        position: 'absolute',
        right: 2,
        top: 2,
        width: 28,
        height: 28,
        display: 'inline-flex',
        alignItems: 'center',
        justifyContent: 'center',
        border: 0,
        borderRadius: 4,
        background: 'transparent',
        color: color.textTertiary,
        cursor: 'pointer',
        textDecoration: 'none',
        fontSize: 14,
        selectors: {
            '&:hover': { color: color.brandText, background: color.surfacePressed },
            '&:focus-visible': { outline: `2px solid ${color.brand}` },
        },
    },
    withAction: { paddingRight: 34 },
    symbol: { position: 'absolute', left: 10, color: color.textTertiary, pointerEvents: 'none' },
});

/** Fluent's dropdown in the look of the other fields. */
export const dropdownStyles = {
    root: { width: '100%', minWidth: 0 },
    title: {
        height: FIELD_HEIGHT,
        lineHeight: FIELD_HEIGHT - 2,
        border: '1px solid transparent',
        borderRadius: 4,
        background: color.surfaceHover,
        color: color.text,
        padding: '0 28px 0 10px',
    },
    caretDownWrapper: { height: FIELD_HEIGHT, lineHeight: FIELD_HEIGHT, right: 10 },
    caretDown: { color: color.textTertiary, fontSize: 12 },
    dropdown: {
        selectors: {
            '&:hover .ms-Dropdown-title': { borderColor: color.lineStrong, color: color.text },
            '&:focus::after': { border: 'none' },
            '&:focus .ms-Dropdown-title': {
                borderColor: color.lineStrong,
                boxShadow: `inset 0 -2px 0 ${color.brand}`,
                color: color.text,
            },
        },
    },
    dropdownItem: { minHeight: 32, fontSize: 14 },
    dropdownItemSelected: { minHeight: 32, fontSize: 14 },
};
