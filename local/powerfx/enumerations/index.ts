import type { ChoiceSet } from '../types/choice';
import { color } from './color';
import { dateTimeFormat, startOfWeek, timeUnit } from './dates';
import { errorKind } from './error-kind';
import { joinType, recordInfo, removeFlags, sortOrder } from './tables';
import { jsonFormat, match, matchOptions } from './text';
import { traceOptions, traceSeverity } from './trace';

/** The enumerations of the language, by name. */
export const enumerations: ReadonlyMap<string, ChoiceSet> = new Map(
    [
        color,
        dateTimeFormat,
        errorKind,
        joinType,
        jsonFormat,
        match,
        matchOptions,
        recordInfo,
        removeFlags,
        sortOrder,
        startOfWeek,
        timeUnit,
        traceOptions,
        traceSeverity,
    ].map((set) => [set.name, set]),
);
