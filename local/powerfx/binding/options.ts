import type { Type } from '../types/type';

/** How much a formula may do. */
export interface BindingOptions {
    /** The formula is run for what it does: functions that change something are allowed. Default false. */
    readonly allowSideEffects?: boolean;
    /** Words kept for later versions of the language may be used as names without quotes. Default false. */
    readonly allowReservedWords?: boolean;
    /** The text is what is given, with `${…}` around formulas, unless it begins with `=`. Default false. */
    readonly isTextFirst?: boolean;
    /** Several expressions may follow one another with `;`. Default: as `allowSideEffects`. */
    readonly allowChaining?: boolean;
    /**
     * `Set` may name a variable that the schema does not have, as in a console: it is told the name and its type and
     * says whether there is such a variable from now on.
     */
    readonly declareVariable?: (name: string, type: Type) => boolean;
}
