import type { SourceText } from './source-text';

/**
 * A piece of formula with a name. A formula calls it like a function, and the build writes `With({parameter: argument},
 * body)` in the place of the call: Power Fx on the platform has no functions of one's own. Arguments are therefore
 * evaluated where they are written, and a parameter hides an outer name of the same spelling.
 */
export interface Fragment {
    readonly name: string;
    /**
     * The names of the leading arguments that are text literals, which the body is made from. In the body, the name in
     * quotation marks hands the literal on to another fragment.
     */
    readonly literals: readonly string[];
    /** The names that the further arguments have in the body. */
    parameters(literals: readonly string[]): readonly string[];
    /** @throws Error for literals that mean nothing */
    body(literals: readonly string[]): SourceText;
}

/** A fragment that is the same wherever it is called. */
export function fixedFragment(
    name: string,
    parameters: readonly string[],
    body: SourceText,
    literals: readonly string[] = [],
): Fragment {
    return { name, literals, parameters: () => parameters, body: () => body };
}

/** A fragment whose text the build writes from the model. */
export function generatedFragment(name: string, parameters: readonly string[], text: string): Fragment {
    return fixedFragment(name, parameters, { file: `plugins/generate (${name})`, text });
}
