import { partsOf, type DateParts } from '../../dates/calendar';
import { Decimal } from '../../numbers/decimal';
import { Types } from '../../types';
import type { FunctionDefinition } from '../function-definition';
import { dateTime } from '../parameter';
import { scalarFunction } from '../scalar-function';

/** `Year` and its like: one part of a date or time. @param blank What the part of a blank date is. */
export function partFunction(name: string, part: keyof DateParts, blank: number): FunctionDefinition {
    const ofBlank = Decimal.ofInteger(blank);
    return scalarFunction({
        name,
        parameters: [dateTime],
        result: Types.Decimal,
        isTabular: false,
        evaluate: (_run, date) => (date === null ? ofBlank : Decimal.ofInteger(partsOf(date.milliseconds)[part])),
    });
}
