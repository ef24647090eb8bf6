/** All operators by name. */
import { DataverseError, ErrorCode, notSupportedHere } from '../../errors';
import { comparisonOperators } from './comparison';
import { dateSpanOperators } from './date-spans';
import { dateOperators } from './dates';
import { emptyOperators } from './empty';
import { listOperators } from './lists';
import { MISSING_OPERATORS } from './missing';
import type { Operator } from './operator';
import { textOperators } from './text';
import { userOperators } from './user';

const ALL: readonly Operator[] = [
    ...comparisonOperators,
    ...textOperators,
    ...emptyOperators,
    ...listOperators,
    ...dateOperators,
    ...dateSpanOperators,
    ...userOperators,
];

const BY_NAME: ReadonlyMap<string, Operator> = new Map(ALL.map((operator) => [operator.name, operator]));

const BY_FUNCTION: ReadonlyMap<string, Operator> = new Map(
    ALL.flatMap((operator) => (operator.queryFunction ? [[operator.queryFunction, operator] as const] : [])),
);

const MISSING_FUNCTIONS: ReadonlySet<string> = new Set(MISSING_OPERATORS.values());

/** All operators, in the order of their families. */
export const operators: readonly Operator[] = ALL;

/**
 * The operator with a FetchXML name.
 * @throws DataverseError 501 for the platform's operators that are missing here, 400 for unknown ones
 */
export function operatorNamed(name: string): Operator {
    const operator = BY_NAME.get(name);
    if (operator) return operator;
    if (MISSING_OPERATORS.has(name)) throw notSupportedHere(`The FetchXML operator "${name}"`);
    throw new DataverseError(ErrorCode.InvalidArgument, `Invalid FetchXML: "${name}" is not a condition operator.`);
}

/**
 * The operator behind a Web API query function.
 * @param name without the namespace, such as `LastXDays`
 * @throws DataverseError 501 for the platform's functions that are missing here, 400 for unknown ones
 */
export function operatorOfFunction(name: string): Operator {
    const operator = BY_FUNCTION.get(name);
    if (operator) return operator;
    if (MISSING_FUNCTIONS.has(name)) throw notSupportedHere(`The query function "Microsoft.Dynamics.CRM.${name}"`);
    throw new DataverseError(
        ErrorCode.UnknownResource,
        `An unknown function with name 'Microsoft.Dynamics.CRM.${name}' was found.`,
    );
}
