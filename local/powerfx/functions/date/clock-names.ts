import { findCulture, type DateCulture } from '../../culture';
import { fieldsOf, tableType, Types, type Type } from '../../types';
import { MemoryTable, recordOf, type Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { scalarFunction } from '../scalar-function';

function clockFunction(name: string, result: Type, valueOf: (dates: DateCulture) => Value): FunctionDefinition {
    const definition = scalarFunction({
        name,
        parameters: [],
        result,
        isTabular: false,
        evaluate: (run) => {
            const culture = findCulture(run.culture) ?? findCulture('');
            return culture ? valueOf(culture.dates) : null;
        },
    });
    return { ...definition, namespace: ['Clock'] };
}

function namesTable(...names: readonly string[]): Value {
    return new MemoryTable(names.map((Value) => recordOf({ Value })));
}

const namesType = tableType(fieldsOf({ Value: Types.Text }));

/** `Clock.AmPm()`, `Clock.AmPmShort()`: what the run's culture puts behind hours of twelve. */
export const amPm = clockFunction('AmPm', namesType, (dates) => namesTable(dates.morning, dates.afternoon));
export const amPmShort = clockFunction('AmPmShort', namesType, (dates) =>
    namesTable(dates.morning.slice(0, 1), dates.afternoon.slice(0, 1)),
);
/** `Clock.IsClock24()`: whether the run's culture counts hours to 24. */
export const isClock24 = clockFunction('IsClock24', Types.Boolean, (dates) => dates.shortTime.includes('H'));
