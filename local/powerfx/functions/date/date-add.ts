import { dayZero, millisecondsPerDay } from '../../dates/calendar';
import { addUnits } from '../../dates/date-arithmetic';
import type { RunContext } from '../../evaluate/run-context';
import { onlyField, Types, type Type } from '../../types';
import { DateTimeValue, DateValue, TimeValue, type ChoiceValue, type Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { dateTime, number, time, type Parameter } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { noSuchDate } from './date-errors';
import { unit, unitOf } from './date-parameters';

type Moment = DateTimeValue | DateValue | TimeValue | null;

/** The readings of times are those of the day that is 0. */
function add(run: RunContext, moment: Moment, count: number, choice: ChoiceValue | null | undefined): Value {
    const start = moment instanceof TimeValue ? dayZero + moment.milliseconds : (moment?.milliseconds ?? dayZero);
    const unitName = unitOf(choice);
    const isTooFar = Math.abs(count) > (unitName === 'milliseconds' ? 9999 * 366 * millisecondsPerDay : 2 ** 31);
    const reading = isTooFar ? undefined : addUnits(start, count, unitName, run.timeZone);
    if (reading === undefined) {
        return noSuchDate('DateAdd');
    }
    if (moment instanceof TimeValue) {
        return new TimeValue(reading - dayZero);
    }
    return moment instanceof DateValue ? new DateValue(reading) : new DateTimeValue(reading);
}

function dateAddTo<V extends Moment>(parameter: Parameter<V>, result: Type): FunctionDefinition {
    return scalarFunction({
        name: 'DateAdd',
        parameters: [parameter, number],
        optional: [unit],
        result,
        evaluate: (run, moment, count, choice) =>
            add(run, moment as Moment, count, choice as ChoiceValue | null | undefined),
    });
}

const toDateTimes = dateAddTo(dateTime, Types.DateTime);
const toDates = dateAddTo(dateTime, Types.Date);
const toTimes = dateAddTo(time, Types.Time);

/** `DateAdd(date, count[, unit])`: so many units later; days when no unit is given. It gives what it is given. */
export const dateAdd: FunctionDefinition = {
    ...toDateTimes,
    bind(call) {
        const { type } = call.argument(0);
        switch ((type.kind === 'Table' ? onlyField(type.fields)?.type : type)?.kind) {
            case 'Date':
                return toDates.bind(call);
            case 'Time':
                return toTimes.bind(call);
            default:
                return toDateTimes.bind(call);
        }
    },
};
