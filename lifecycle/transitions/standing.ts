import { defaultTransitions, type Language } from '../defaults';
import { translateDefaults } from '../defaults/translate';
import type { StoredTransition } from './stored-transition';

/** The default transitions as rows that might be there. */
export function defaultRowsOf(language: Language): readonly StoredTransition[] {
    return defaultTransitions(language).map((transition) => ({ ...transition, isActive: true }));
}

/** The transitions that hold: the table's own, or the defaults while it has no row at all. */
export function standing(rows: readonly StoredTransition[], language: Language): readonly StoredTransition[] {
    return rows.length > 0 ? rows : defaultRowsOf(language);
}

/** Rows with the texts of defaults in the reader's language, as far as no maker has put them in other words. */
export function inLanguage(rows: readonly StoredTransition[], language: Language): readonly StoredTransition[] {
    return translateDefaults(rows, ['message'], defaultRowsOf, language);
}
