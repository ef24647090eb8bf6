import { defaultCriteria, defaultReasons, defaultTransitions, type Language } from '../../lifecycle/defaults';
import { generatedFragment, type Fragment } from '../formula/fragment';
import type { Labels } from '../model/rules-model';
import { localized, switchOn, textLiteral } from './literals';

type Field = string | number | boolean | Labels;

/**
 * The configuration that applies while makers keep no row in a table, from its one home in the lifecycle, and the
 * default texts by whatever language they were loaded in.
 */
export function defaultFragments(): readonly Fragment[] {
    const frenchTransitions = defaultTransitions(1036);
    const transitions = defaultTransitions(1033).map((transition, index) =>
        record({
            id: transition.id,
            fromStatus: transition.from,
            toStatus: transition.to,
            requiredColumns: transition.requiredColumns.join(','),
            noteRequired: transition.noteRequired,
            requiredRole: transition.requiredRole,
            message: { 1033: transition.message, 1036: frenchTransitions[index]?.message ?? '' },
        }),
    );
    const frenchCriteria = defaultCriteria(1036);
    const criteria = defaultCriteria(1033).map((criterion, index) =>
        record({
            criterionName: { 1033: criterion.name, 1036: frenchCriteria[index]?.name ?? '' },
            columnName: criterion.column,
            test: criterion.test,
            testValue: criterion.testValue,
            weight: criterion.weight,
            gate: criterion.gate,
            enforcement: criterion.enforcement,
            message: { 1033: criterion.message, 1036: frenchCriteria[index]?.message ?? '' },
            sortOrder: criterion.order,
        }),
    );
    const reasonStatuses = [...new Set(defaultReasons(1033).map((reason) => reason.status))];
    return [
        generatedFragment('DefaultTransitions', [], `Table(\n${transitions.join(',\n')}\n)`),
        generatedFragment('DefaultCriteria', [], `Table(\n${criteria.join(',\n')}\n)`),
        generatedFragment('HasDefaultReason', ['statusReason'], `statusReason in [${reasonStatuses.join(', ')}]`),
        generatedFragment('InReadersLanguage', ['writtenText'], switchOn('writtenText', translations(), 'writtenText')),
    ];
}

function record(fields: Readonly<Record<string, Field>>): string {
    return `{${Object.entries(fields)
        .map(([name, value]) => `${name}: ${literal(value)}`)
        .join(', ')}}`;
}

function literal(value: Field): string {
    if (typeof value === 'object') return localized(value);
    return typeof value === 'string' ? textLiteral(value) : String(value);
}

/** Each default text in either language, with what shows in the reader's. */
function translations(): readonly (readonly [string, string])[] {
    const texts = (language: Language): readonly string[] => [
        ...defaultTransitions(language).map(({ message }) => message),
        ...defaultCriteria(language).flatMap(({ name, message }) => [name, message]),
    ];
    const french = texts(1036);
    const pairs = texts(1033).map((text, index) => ({ 1033: text, 1036: french[index] ?? text }));
    const byText = new Map(
        pairs
            .filter((pair) => pair[1033] !== '')
            .flatMap((pair) => [pair[1033], pair[1036]].map((text) => [textLiteral(text), localized(pair)] as const)),
    );
    return [...byText];
}
