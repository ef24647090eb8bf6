import type { Fragment } from '../formula/fragment';
import { RULED_TABLES, type LookupTarget, type RuledColumn, type RulesModel } from '../model/rules-model';
import { switchOn, textLiteral } from './literals';

/** A column added since the last deploy may be filled in and still be missing to the rules: then they have to say so. */
const UNKNOWN_COLUMN = 'Message("column.unknown", columnName)';

/**
 * Power Fx cannot read a column by a name that is only known when the formula runs, and a rule may name any column. So
 * these fragments have a case for every column of the table: what a rule names and the table does not have is blank.
 */
export function columnFragments({ columns }: RulesModel): readonly Fragment[] {
    const ofTable = (name: string, parameters: readonly string[], text: FormulaOf): Fragment => ({
        name,
        literals: ['table'],
        parameters: () => parameters,
        body([table = '']) {
            const ruled = RULED_TABLES.find((it) => it === table);
            if (!ruled) throw new Error(`No rule is about the table "${table}". There are ${RULED_TABLES.join(', ')}`);
            return { file: `plugins/generate (${name})`, text: text(columns[ruled]) };
        },
    });
    return [
        ofTable('ColumnText', ['row', 'columnName'], columnTexts),
        ofTable('ColumnLabel', ['columnName'], columnLabels),
        ofTable('IsYesNoColumn', ['columnName'], isYesNo),
    ];
}

type FormulaOf = (columns: readonly RuledColumn[]) => string;

function columnTexts(columns: readonly RuledColumn[]): string {
    return switchOn('columnName', cases(columns, columnText), '""');
}

function columnLabels(columns: readonly RuledColumn[]): string {
    const inLanguage = (language: 1033 | 1036): string =>
        switchOn(
            'columnName',
            cases(columns, ({ labels }) => textLiteral(labels[language])),
            UNKNOWN_COLUMN,
        );
    return `If(IsFrench(), ${inLanguage(1036)}, ${inLanguage(1033)})`;
}

function isYesNo(columns: readonly RuledColumn[]): string {
    const yesNo = columns.filter((column) => column.kind === 'yes-no').map((column) => textLiteral(column.name));
    return yesNo.length === 0 ? 'false' : `columnName in [${yesNo.join(', ')}]`;
}

function cases(columns: readonly RuledColumn[], result: (column: RuledColumn) => string): [string, string][] {
    return columns.map((column) => [textLiteral(column.name), result(column)]);
}

/** The text by which rules compare a column, as `comparableText` of the lifecycle gives it but for case and space. */
function columnText({ name, kind, targets = [] }: RuledColumn): string {
    const column = `row.${name}`;
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
