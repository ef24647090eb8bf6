import { Enforcement, Gate, Test } from '../choices';
import { CriterionColumn } from '../columns';
import { numberOf, plainId, plainText, textOf, type Row } from '../row';

/** One thing that must be known before a gate opens. */
export interface Criterion {
    readonly id: string;
    readonly name: string;
    /** Logical name of a column of lead (gate Qualify) or opportunity (the other gates). */
    readonly column: string;
    readonly test: Test;
    readonly testValue: string;
    /** Share in the progress, 0 to 100; relative to the other criteria of the gate. */
    readonly weight: number;
    readonly gate: Gate;
    readonly enforcement: Enforcement;
    /** What to tell the seller while it is open; empty for the name. */
    readonly message: string;
    readonly order: number;
}

/** @returns null for a row that names no column, test or gate, which could not be evaluated */
export function readCriterion(row: Row): Criterion | null {
    const column = plainText(textOf(row, CriterionColumn.column)).toLowerCase();
    const test = oneOf(Test, numberOf(row, CriterionColumn.test));
    const gate = oneOf(Gate, numberOf(row, CriterionColumn.gate));
    if (column === '' || test === null || gate === null) return null;
    return {
        id: plainId(textOf(row, CriterionColumn.id)),
        name: textOf(row, CriterionColumn.name),
        column,
        test,
        testValue: textOf(row, CriterionColumn.testValue),
        weight: numberOf(row, CriterionColumn.weight) ?? 0,
        gate,
        enforcement: oneOf(Enforcement, numberOf(row, CriterionColumn.enforcement)) ?? Enforcement.block,
        message: plainText(textOf(row, CriterionColumn.message)),
        order: numberOf(row, CriterionColumn.order) ?? 0,
    };
}

function oneOf<Value extends number>(choice: Readonly<Record<string, Value>>, value: number | null): Value | null {
    return Object.values(choice).find((option) => option === value) ?? null;
}
