import { findCulture, type DateCulture } from '../../culture';
import { fieldsOf, tableType, Types } from '../../types';
import { MemoryTable, recordOf } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { scalarFunction } from '../scalar-function';

function namesFunction(name: string, namesOf: (dates: DateCulture) => readonly string[]): FunctionDefinition {
    const definition = scalarFunction({
        name,
        parameters: [],
        result: tableType(fieldsOf({ Value: Types.Text })),
        isTabular: false,
        evaluate: (run) => {
            const culture = findCulture(run.culture) ?? findCulture('');
            return new MemoryTable((culture ? namesOf(culture.dates) : []).map((Value) => recordOf({ Value })));
        },
    });
    return { ...definition, namespace: ['Calendar'] };
}

/** `Calendar.MonthsLong()` and its like: names as the run's culture has them. */
export const monthsLong = namesFunction('MonthsLong', (dates) => dates.monthNames);
export const monthsShort = namesFunction('MonthsShort', (dates) => dates.shortMonthNames);
export const weekdaysLong = namesFunction('WeekdaysLong', (dates) => dates.dayNames);
export const weekdaysShort = namesFunction('WeekdaysShort', (dates) => dates.shortDayNames);
