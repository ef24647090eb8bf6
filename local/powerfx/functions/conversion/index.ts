import type { FunctionDefinition } from '../function-definition';
import { boolean } from './boolean';
import { dateTimeValue } from './date-time-value';
import { dateValue } from './date-value';
import { decimal } from './decimal';
import { float } from './float';
import { guid } from './guid';
import { isNumeric } from './is-numeric';
import { language } from './language';
import { text } from './text';
import { timeValue } from './time-value';
import { value } from './value';

export const conversionFunctions: readonly FunctionDefinition[] = [
    boolean,
    dateTimeValue,
    dateValue,
    decimal,
    float,
    guid,
    isNumeric,
    language,
    text,
    timeValue,
    value,
];
