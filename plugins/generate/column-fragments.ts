import { generatedFragment, type Fragment } from '../formula/fragment';
import type { LeadColumnModel, LeadModel, LookupTarget } from '../model/lead-model';
import { switchOn, textLiteral } from './literals';

/** A column added since the last deploy may be filled in and still be missing to the rules: then they have to say so. */
const UNKNOWN_COLUMN = 'Message("column.unknown", columnName)';

/**
 * Power Fx cannot read a column by a name that is only known when the formula runs, and a rule may name any column. So
 * these fragments have a case for every column that lead has: what a rule names and lead does not have is blank.
 */
export function columnFragments({ columns }: LeadModel): readonly Fragment[] {
    const cases = (result: (column: LeadColumnModel) => string): [string, string][] =>
        columns.map((column) => [textLiteral(column.name), result(column)]);
    const yesNo = columns.filter((column) => column.kind === 'yes-no').map((column) => textLiteral(column.name));
    return [
        generatedFragment('ColumnText', ['lead', 'columnName'], switchOn('columnName', cases(columnText), '""')),
        generatedFragment(
            'ColumnLabel',
            ['columnName'],
            `If(IsFrench(), ${switchOn(
                'columnName',
                cases(({ labels }) => textLiteral(labels[1036])),
                UNKNOWN_COLUMN,
            )}, ${switchOn(
                'columnName',
                cases(({ labels }) => textLiteral(labels[1033])),
                UNKNOWN_COLUMN,
            )})`,
        ),
        generatedFragment(
            'IsYesNoColumn',
            ['columnName'],
            yesNo.length === 0 ? 'false' : `columnName in [${yesNo.join(', ')}]`,
        ),
    ];
}

/** The text by which rules compare a column, as `comparableText` of the lifecycle gives it but for case and space. */
function columnText({ name, kind, targets = [] }: LeadColumnModel): string {
    const column = `lead.${name}`;
    switch (kind) {
        case 'text':
            return column;
        case 'number':
            return unlessBlank(column, `Text(${column}, "0.##########", "en-US")`);
        case 'yes-no':
            return unlessBlank(column, `If(${column}, "1", "0")`);
        case 'choice':
            return `Text(Value(${column}))`;
        case 'choices':
            return `Concat(${column}, Text(Value(Value)), ",")`;
        case 'day':
            return unlessBlank(column, `Text(${column}, "yyyy-mm-dd", "en-US")`);
        case 'moment':
            return unlessBlank(column, `Left(Text(${column}, DateTimeFormat.UTC), 10)`);
        case 'id':
            return `Text(${column})`;
        case 'lookup':
            return lookupText(column, targets);
    }
}

/** Formats write blank as zero. */
function unlessBlank(column: string, text: string): string {
    return `If(IsBlank(${column}), "", ${text})`;
}

/**
 * The id behind a lookup. Of one that may refer to several tables only whether it holds a value: its id could be had
 * with AsType, but every table named there counts among the five that a function may read.
 */
function lookupText(column: string, [only, ...others]: readonly LookupTarget[]): string {
    return only && others.length === 0 ? `Text(${column}.${only.key})` : unlessBlank(column, '"?"');
}
