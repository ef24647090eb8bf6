import type { Labels } from '../model/rules-model';

/** A text as Power Fx writes it. */
export function textLiteral(text: string): string {
    return `"${text.replace(/"/g, '""')}"`;
}

/** A text in the reader's language. */
export function localized(labels: Labels): string {
    return inReadersLanguage(textLiteral(labels[1033]), textLiteral(labels[1036]));
}

/** One of two formulas by the reader's language; one that both languages share stands once. */
export function inReadersLanguage(english: string, french: string): string {
    return english === french ? english : `If(IsFrench(), ${french}, ${english})`;
}

/** `Switch` over a name; nothing but the default where there are no cases. */
export function switchOn(
    subject: string,
    cases: readonly (readonly [match: string, result: string])[],
    otherwise: string,
): string {
    if (cases.length === 0) return otherwise;
    const lines = cases.map(([match, result]) => `${match}, ${result}`);
    return `Switch(\n${[subject, ...lines, otherwise].join(',\n')}\n)`;
}
