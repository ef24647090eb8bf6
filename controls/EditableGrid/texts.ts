import { componentText } from '../component-text';

/** Keys of the component's own texts, which are in strings/. The lifecycle's texts join them at build time. */
export const OWN_TEXT_KEYS = [
    'grid.label',
    'grid.loading',
    'grid.failed',
    'grid.empty',
    'grid.count',
    'grid.countOf',
    'grid.loadMore',
    'grid.loadingMore',
    'grid.select',
    'grid.selectAll',
    'cell.edit',
    'cell.of',
    'cell.none',
    'status.note',
    'status.why',
    'row.refused',
] as const;

export type OwnTextKey = (typeof OWN_TEXT_KEYS)[number];

export const createText = componentText<OwnTextKey>;
export type OwnText = ReturnType<typeof createText>;
